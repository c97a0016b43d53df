-- The life of the server: its command, what happens when it is missing, and how it is restarted.
local message = require('brief.messages')

local M = {}

local GRACE_MS = 2000 -- how long a server may take to stop before it is killed
local POLL_MS = 20

--- The command line of the server.
function M.command()
  local path = vim.g.brief_ls_path
  return { path and vim.fs.normalize(path) or 'brief-ls', 'server' }
end

--- The command in force, which the user may have replaced with vim.lsp.config('brief', { cmd = … }).
local function configured()
  return (vim.lsp.config.brief or {}).cmd or M.command()
end

--- The server's program and whether it can be run; nil for a cmd that is a function, which only the user can judge.
function M.program()
  local cmd = configured()
  if type(cmd) == 'table' then
    return cmd[1], vim.fn.executable(cmd[1]) == 1
  end
end

--- In words, where the program was looked for.
function M.searched()
  local program = M.program()
  if not program:find('[/\\]') then
    return message('on_path', program)
  end
  return message(program == M.command()[1] and 'at_path' or 'at_cmd', program)
end

-- Every client of ours, those that still wait for the server's first answer included.
local function clients()
  return vim.lsp.get_clients({ name = 'brief', _uninitialized = true })
end

local function brief_is_open()
  return vim.iter(vim.api.nvim_list_bufs()):any(function(buf)
    return vim.api.nvim_buf_is_loaded(buf) and vim.bo[buf].filetype == 'brief'
  end)
end

local told = false

--- Says once that the server is missing: vim.lsp.enable() would only write that to a log.
function M.tell_if_missing()
  if told or not vim.lsp.is_enabled('brief') or not brief_is_open() then
    return
  end
  local _, found = M.program()
  if found == false then
    told = true
    vim.notify(message('missing', M.searched()), vim.log.levels.ERROR)
  end
end

-- Calls done() once every client has gone, by force where one does not answer.
local function when_stopped(done)
  local timer = assert(vim.uv.new_timer())
  local waited = 0
  local poll = vim.schedule_wrap(function()
    if timer:is_closing() then
      return
    end
    if #clients() == 0 then
      timer:close()
      return done()
    end
    waited = waited + POLL_MS
    if waited >= GRACE_MS then
      for _, client in ipairs(clients()) do
        client.rpc.terminate()
      end
    end
  end)
  timer:start(0, POLL_MS, poll)
end

--- Stops the server, reads its configuration anew and starts it for all open briefs.
function M.restart()
  if not vim.lsp.is_enabled('brief') then
    return vim.notify(message('not_enabled'), vim.log.levels.WARN)
  end
  vim.notify(message('restarting'))
  for _, client in ipairs(clients()) do
    client:stop()
  end
  vim.lsp.enable('brief', false)
  -- Not before the old one has gone: two at once would show every diagnostic twice.
  when_stopped(function()
    told = false
    vim.lsp.enable('brief')
  end)
end

return M
