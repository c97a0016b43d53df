-- Pages and files made of a brief: side by side in the browser, or whatever `brief-ls export` writes.
local message = require('brief.messages')
local server = require('brief.server')

local M = {}

-- The page of each buffer, so that the browser's reload shows the next one.
local pages = {}

local function complain(name, ...)
  vim.notify(message(name, ...), vim.log.levels.ERROR)
end

local function show(buf, html)
  pages[buf] = pages[buf] or vim.fn.tempname() .. '.html'
  local file, why = io.open(pages[buf], 'w')
  if not file then
    return complain('cannot_write', why)
  end
  file:write(html)
  file:close()
  local _, trouble = vim.ui.open(pages[buf])
  if trouble then
    return complain('cannot_open', pages[buf], trouble)
  end
  -- Whether a browser came up nobody can tell: programs that open things end in silence where there is none.
  vim.notify(message('page_at', pages[buf]))
end

--- Opens the side-by-side page of a buffer in the browser, as the buffer is now.
function M.preview(buf)
  local client = vim.lsp.get_clients({ bufnr = buf, name = 'brief' })[1]
  if not client then
    return complain('not_running')
  end
  local params = { textDocument = vim.lsp.util.make_text_document_params(buf) }
  client:request('brief/preview', params, function(trouble, answer)
    if trouble or not answer or answer == vim.NIL then
      return complain('no_preview', trouble and trouble.message or '')
    end
    show(buf, answer.html)
  end, buf)
end

-- Runs brief-ls and calls done() when all went well; what it complains of is told.
local function run(arguments, stdin, done)
  local program, found = server.program()
  if not found then
    return complain('missing', program and server.searched() or 'vim.lsp.config.brief.cmd')
  end
  local options = { stdin = stdin, text = true }
  vim.system({ program, unpack(arguments) }, options, vim.schedule_wrap(function(result)
    if result.code ~= 0 then
      return vim.notify(vim.trim(result.stderr), vim.log.levels.ERROR)
    end
    done()
  end))
end

--- Writes the buffer, as it is now, to a file whose ending says what it becomes. An old file is kept unless forced.
function M.export(buf, target, forced)
  target = vim.fs.normalize(target)
  if not forced and vim.uv.fs_stat(target) then
    return complain('is_there', target, ':BriefExport!')
  end
  -- The whole path, which decides the brief.toml that holds.
  local path = vim.api.nvim_buf_get_name(buf)
  local name = path ~= '' and path or 'untitled.brief'
  local text = table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, true), '\n') .. '\n'
  run({ 'export', '-', '--stdin-filename', name, '--output', target, forced and '--force' or nil }, text, function()
    vim.notify(message('exported', target))
  end)
end

--- Makes a brief of a Word file, beside it, and opens the brief. An old one is kept unless forced.
function M.import(file, forced)
  file = vim.fs.normalize(file)
  local target = vim.fn.fnamemodify(file, ':r') .. '.brief'
  if not forced and vim.uv.fs_stat(target) then
    return complain('is_there', target, ':BriefImport!')
  end
  run({ 'import', file, '--output', target, forced and '--force' or nil }, nil, function()
    vim.cmd.edit(vim.fn.fnameescape(target))
  end)
end

return M
