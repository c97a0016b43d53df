-- What the specs stand on: a real Neovim of its own for each case, typed keys, and one way to check.
local M = { passed = 0, failed = 0 }

local PLUGIN = vim.fs.dirname(vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2))))
local SERVER = assert(vim.env.BRIEF_LS, 'BRIEF_LS must name the brief-ls program')
local PATIENCE_MS = 10000 -- only ever spent when something is broken

M.plugin = PLUGIN
M.server = vim.fs.abspath(SERVER)
local current = ''

--- Names what is checked next, for the report of a failure.
function M.begin(name)
  current = name
end

--- Counts one check. Values are compared deeply; without `wanted` the value must be true.
function M.check(what, got, ...)
  local wanted = true
  if select('#', ...) > 0 then
    wanted = ...
  end
  if vim.deep_equal(got, wanted) then
    M.passed = M.passed + 1
    return true
  end
  M.failed = M.failed + 1
  io.write(('FAIL %s: %s\n  got    %s\n  wanted %s\n'):format(current, what, vim.inspect(got), vim.inspect(wanted)))
  return false
end

--- Waits until read() gives what is wanted, then checks it: what never comes is reported with what came instead.
function M.eventually(what, read, wanted)
  local got
  vim.wait(PATIENCE_MS, function()
    got = read()
    return vim.deep_equal(got, wanted)
  end, 10)
  return M.check(what, got, wanted)
end

function M.write(path, text)
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  local file = assert(io.open(path, 'wb'))
  file:write(text)
  file:close()
  return path
end

function M.read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('a')
  file:close()
  return text
end

--- A throw-away home: nothing of the user's is read or written. `on_path = false` leaves brief-ls out of PATH.
function M.home(options)
  local dir = vim.fs.normalize(vim.fn.tempname())
  local bin = dir .. '/bin'
  vim.fn.mkdir(bin, 'p')
  if not (options and options.on_path == false) then
    assert(vim.uv.fs_symlink(M.server, bin .. '/brief-ls'))
  end
  local env = {
    HOME = dir,
    LANG = 'C.UTF-8',
    PATH = bin .. ':/usr/bin:/bin',
    TERM = 'xterm-256color',
    TMPDIR = dir,
  }
  for _, name in ipairs({ 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR' }) do
    env[name] = dir .. '/' .. name:lower()
    vim.fn.mkdir(env[name], 'p')
  end
  return { dir = dir, env = env }
end

--- The init.lua of a user who did what the README says, plus `extra` Lua of a case.
function M.init(home, extra)
  return M.write(
    home.dir .. '/init.lua',
    ([[
      _G.notes = {}
      vim.notify = function(text, level) table.insert(_G.notes, { text = text, level = level }) end
      vim.opt.runtimepath:prepend(%q)
      %s
      vim.lsp.enable('brief')
    ]]):format(PLUGIN, extra or '')
  )
end

local Editor = {}
Editor.__index = Editor

--- A Neovim under remote control. Options: `file` (name), `text`, `files` beside it, `init` (Lua), `env`, `on_path`.
function M.neovim(options)
  options = options or {}
  local home = M.home(options)
  local path = home.dir .. '/work/' .. (options.file or 'note.brief')
  if options.text then
    M.write(path, options.text)
  end
  for name, text in pairs(options.files or {}) do
    M.write(vim.fs.dirname(path) .. '/' .. name, text)
  end
  local job = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '-n', '-i', 'NONE', '-u', M.init(home, options.init), path }, {
    rpc = true,
    clear_env = true,
    env = vim.tbl_extend('force', home.env, options.env or {}),
    cwd = home.dir,
  })
  assert(job > 0, 'Neovim does not start')
  return setmetatable({ job = job, pid = vim.fn.jobpid(job), path = path, home = home }, Editor)
end

--- Runs Lua inside and gives what it returns.
function Editor:lua(code, ...)
  local value = vim.fn.rpcrequest(self.job, 'nvim_exec_lua', code, { ... })
  if value ~= vim.NIL then
    return value
  end
end

--- Types keys, as <C-n> and plain text.
function Editor:type(keys)
  vim.fn.rpcrequest(self.job, 'nvim_input', keys)
end

function Editor:lines()
  return self:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)')
end

function Editor:mode()
  return vim.fn.rpcrequest(self.job, 'nvim_get_mode').mode
end

--- Goes to a line (from 1) and types there, once insert mode is on.
function Editor:append(line, text)
  self:type('<Esc>')
  M.eventually('normal mode', function()
    return self:mode()
  end, 'n')
  self:lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line)
  self:type('A')
  M.eventually('insert mode', function()
    return self:mode()
  end, 'i')
  self:type(text)
end

--- What the popup menu shows; nil while it is closed.
function Editor:menu()
  return self:lua([[
    if vim.fn.pumvisible() == 0 then return nil end
    return vim.tbl_map(function(item) return item.abbr end, vim.fn.complete_info({ 'items' }).items)
  ]])
end

--- The diagnostics with this code, as { line, from, to, severity }, bytes from 0.
function Editor:diagnostics(code)
  return self:lua(
    [[
    local found = {}
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if d.code == ... then table.insert(found, { d.lnum, d.col, d.end_col, vim.diagnostic.severity[d.severity] }) end
    end
    return found
  ]],
    code
  )
end

--- How many servers are attached to the buffer.
function Editor:attached()
  return self:lua([[return #vim.lsp.get_clients({ bufnr = 0, name = 'brief' })]])
end

function Editor:wait_attached()
  return M.eventually('server attached', function()
    return self:attached()
  end, 1)
end

--- The process ids of the servers this Neovim started.
function Editor:servers()
  return vim.api.nvim_get_proc_children(self.pid)
end

--- What was notified so far, as texts.
function Editor:notes()
  return self:lua('return vim.tbl_map(function(note) return note.text end, _G.notes)')
end

function Editor:quit()
  pcall(vim.fn.rpcnotify, self.job, 'nvim_command', 'qall!')
  if vim.fn.jobwait({ self.job }, PATIENCE_MS)[1] == -1 then
    M.check('Neovim quits', false)
    vim.fn.jobstop(self.job)
  end
end

function M.alive(pid)
  return vim.uv.kill(pid, 0) == 0
end

--- Runs one case with a Neovim of its own, which is gone afterwards whatever happens.
function M.case(name, options, body)
  M.begin(name)
  local nvim = M.neovim(options)
  local ok, why = xpcall(body, debug.traceback, nvim)
  if not ok then
    M.check('runs to its end', why)
  end
  nvim:quit()
end

return M
