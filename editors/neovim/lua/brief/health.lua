-- :checkhealth brief – what works, what does not, and what to do then.
local buffer = require('brief.buffer')
local message = require('brief.messages')
local server = require('brief.server')

local M = {}

local VERSION_MS = 3000

-- All else needs a Neovim that knows vim.lsp.enable().
local function check_neovim()
  local new_enough = vim.fn.has('nvim-0.11') == 1
  if new_enough then
    vim.health.ok(message('neovim_ok', tostring(vim.version())))
  else
    vim.health.error(message('neovim_old'), message('neovim_advice'))
  end
  return new_enough
end

-- The program's own account of its version, or why it gives none.
local function version_of(path)
  local started, run = pcall(function()
    return vim.system({ path, '--version' }, { text = true }):wait(VERSION_MS)
  end)
  if not started then
    return nil, run
  end
  if run.code ~= 0 then
    return nil, vim.trim(run.stderr) ~= '' and vim.trim(run.stderr) or ('exit status ' .. run.code)
  end
  return vim.trim(run.stdout)
end

local function check_binary()
  local program, found = server.program()
  if not program then
    return -- a cmd of the user's own making
  end
  if not found then
    return vim.health.error(message('binary_missing', server.searched()), message('binary_advice'))
  end
  local path = vim.fn.exepath(program)
  local version, why = version_of(path)
  if version then
    vim.health.ok(message('binary_ok', path, version))
  else
    vim.health.error(message('binary_broken', path .. ': ' .. why), message('broken_advice', path))
  end
end

local function check_attached()
  if not vim.lsp.is_enabled('brief') then
    return vim.health.error(message('enabled_no'), message('enabled_advice'))
  end
  vim.health.ok(message('enabled_ok'))

  local open, attached = 0, 0
  for _, buf in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buf) and vim.bo[buf].filetype == 'brief' then
      open = open + 1
      attached = attached + (#vim.lsp.get_clients({ bufnr = buf, name = 'brief' }) > 0 and 1 or 0)
    end
  end
  if open == 0 then
    vim.health.info(message('attached_none'))
  elseif attached == 0 then
    vim.health.warn(message('attached_no', open), message('attached_advice', vim.lsp.get_log_path()))
  else
    vim.health.ok(message('attached_ok', attached, open))
  end
end

-- Without a folder the server has no archive.
local function check_archive()
  local folders = {}
  for _, client in ipairs(vim.lsp.get_clients({ name = 'brief' })) do
    for _, folder in ipairs(client.workspace_folders or {}) do
      table.insert(folders, vim.uri_to_fname(folder.uri))
    end
  end
  if #folders > 0 then
    vim.health.ok(message('folders', table.concat(folders, ', ')))
  elseif #vim.lsp.get_clients({ name = 'brief' }) > 0 then
    vim.health.info(message('no_folder'))
  end
end

local function check_detection()
  local on = vim.fn.exists('#filetypedetect#BufRead') == 1 and vim.fn.exists('#filetypeplugin#FileType') == 1
  if on and vim.filetype.match({ filename = 'a.brief' }) == 'brief' then
    vim.health.ok(message('detect_ok'))
  else
    vim.health.error(message('detect_no'), message('detect_advice'))
  end
end

-- The buffer from which :checkhealth was asked for is no longer the current one, so the switches are Neovim's as a whole.
local function check_switches()
  local function report(setting, on, off)
    vim.health.info(message(buffer.is_on(setting) and on or off))
  end
  report('brief_format_on_save', 'format_on', 'format_off')
  report('brief_autocomplete', 'complete_on', 'complete_off')
end

function M.check()
  vim.health.start('brief')
  if check_neovim() then
    check_binary()
    check_attached()
    check_archive()
    check_detection()
    check_switches()
  end
end

return M
