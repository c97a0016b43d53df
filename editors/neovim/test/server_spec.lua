-- The life of the server: missing, named by a setting, restarted, gone with Neovim; and what :checkhealth says of it.
local t = require('harness')
local briefs = require('briefs')

local function notes(nvim, count)
  t.eventually('messages', function()
    return #nvim:notes()
  end, count)
  return table.concat(nvim:notes(), '\n')
end

-- The text of :checkhealth brief.
local function health(nvim)
  return nvim:lua([[
    vim.cmd.checkhealth('brief')
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    vim.cmd.bdelete()
    return text
  ]])
end

local function says(text, ...)
  for _, part in ipairs({ ... }) do
    if not text:find(part, 1, true) then
      t.check('says ' .. part, text)
    else
      t.check('says ' .. part, true)
    end
  end
end

t.case('a missing server', { on_path = false, text = briefs.brief() }, function(nvim)
  local text = notes(nvim, 1)
  says(text, '“brief-ls” on PATH', 'cargo install', 'vim.g.brief_ls_path', ':checkhealth brief')
  t.check('as an error', nvim:lua('return _G.notes[1].level == vim.log.levels.ERROR'))

  for name in ('abc'):gmatch('.') do
    nvim:lua('vim.cmd.edit(...)', nvim.home.dir .. '/' .. name .. '.brief')
  end
  nvim:lua('vim.wait(0)')
  t.check('said once', #nvim:notes(), 1)
  says(health(nvim), 'Server not found: looked for “brief-ls” on PATH', 'cargo install', 'Not attached to any of 4 open briefs')

  -- It turns up, and is used without a restart of Neovim.
  nvim:lua('vim.g.brief_ls_path = ...', t.server)
  nvim:type(':BriefRestart<CR>')
  nvim:wait_attached()
end)

t.case('a missing server, nothing enabled', { on_path = false, text = 'x\n', init = 'vim.lsp.enable = function() end' }, function(nvim)
  nvim:lua('vim.wait(0)')
  t.check('no message', nvim:notes(), {})
  says(health(nvim), 'Not enabled', "vim.lsp.enable('brief')")
end)

t.case('a missing server, enabled late', { on_path = false, text = 'x\n', init = [[
  _G.enable = vim.lsp.enable
  vim.lsp.enable = function() end
]] }, function(nvim)
  nvim:lua([[vim.lsp.enable = _G.enable; vim.lsp.enable('brief')]])
  says(notes(nvim, 1), '“brief-ls” on PATH')
end)

t.case('a missing server where no brief is open', { on_path = false, file = 'a.txt', text = 'x\n' }, function(nvim)
  nvim:lua('vim.cmd.edit("b.lua") vim.wait(0)')
  t.check('no message', nvim:notes(), {})
end)

t.case('a wrong path', { text = 'x\n', init = [[vim.g.brief_ls_path = '~/nowhere/brief-ls']] }, function(nvim)
  says(notes(nvim, 1), nvim.home.dir .. '/nowhere/brief-ls (vim.g.brief_ls_path)')
end)

t.case('messages in Chinese', { on_path = false, text = 'x\n', env = { LANG = 'zh_TW.UTF-8' } }, function(nvim)
  says(notes(nvim, 1), '找不到 brief-ls：已找過 PATH 中的「brief-ls」')
  says(health(nvim), '找不到伺服器')
end)

t.case('an older Neovim', { text = 'x\n', init = [[
  local has = vim.fn.has
  vim.fn.has = function(feature) return feature == 'nvim-0.11' and 0 or has(feature) end
]] }, function(nvim)
  nvim:lua('vim.cmd.edit("other.brief")')
  says(notes(nvim, 1), 'too old', 'Install Neovim 0.11 or newer')
  says(health(nvim), 'too old')
end)

t.case('a server outside PATH', { on_path = false, text = briefs.brief(), init = ('vim.g.brief_ls_path = %q'):format(t.server) }, function(nvim)
  nvim:wait_attached()
  t.check('no message', nvim:notes(), {})
end)

t.case('a single file without a project', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  t.check('no root', nvim:lua([[return vim.lsp.get_clients({ name = 'brief' })[1].root_dir == nil]]))
end)

t.case('a project', { text = briefs.brief(), file = 'project/2025/note.brief', init = [[
  vim.fn.writefile({}, vim.env.HOME .. '/work/project/brief.toml')
]] }, function(nvim)
  nvim:wait_attached()
  t.check('root', nvim:lua([[return vim.lsp.get_clients({ name = 'brief' })[1].root_dir]]), nvim.home.dir .. '/work/project')
end)

t.case('health', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  local text = health(nvim)
  says(text, 'Neovim 0.', '/bin/brief-ls (brief-ls ', 'attached to 1 of 1 open briefs', 'recognised', 'Format on save is on', 'while typing is on')
  t.check('no error, no warning', text:find('ERROR') or text:find('WARNING'), nil)

  nvim:lua('vim.g.brief_format_on_save = false; vim.g.brief_autocomplete = false')
  says(health(nvim), 'Format on save is off', 'while typing is off')
  nvim:lua('vim.cmd.filetype("off")')
  says(health(nvim), 'Briefs are not recognised')
end)

t.case('health of a broken program', { text = 'x\n', init = [[
  vim.g.brief_ls_path = vim.env.HOME .. '/broken'
  vim.fn.writefile({ '#!/bin/sh', 'echo cannot start >&2', 'exit 3' }, vim.g.brief_ls_path)
  vim.fn.setfperm(vim.g.brief_ls_path, 'rwxr-xr-x')
]] }, function(nvim)
  says(health(nvim), 'it does not run', 'cannot start', '--version')
end)

t.case('restart', { text = briefs.brief({ date = '02/30/2025' }) }, function(nvim)
  local function found()
    return #nvim:diagnostics('date/invalid')
  end
  nvim:wait_attached()
  t.eventually('a diagnostic', found, 1)
  local before = nvim:servers()

  nvim:type(':BriefRestart<CR>')
  says(notes(nvim, 1), 'brief-ls: restarting')
  t.eventually('the old process is gone', function()
    return t.alive(before[1])
  end, false)
  nvim:wait_attached()
  t.check('one process', #nvim:servers(), 1)
  t.eventually('the diagnostic, once', found, 1)

  -- Completion still answers, though the client of old is gone.
  nvim:append(briefs.KEYWORDS_LINE, '、waijiao')
  t.eventually('the menu', function()
    return vim.list_contains(nvim:menu() or {}, '外交')
  end, true)
end)

t.case('restart after a crash', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  vim.uv.kill(nvim:servers()[1], 'sigkill')
  t.eventually('noticed', function()
    return nvim:attached()
  end, 0)
  nvim:type(':BriefRestart<CR>')
  nvim:wait_attached()
end)

t.case('restart of what never answers', { text = 'x\n', init = [[vim.lsp.config('brief', { cmd = { 'sleep', '600' } })]] }, function(nvim)
  t.eventually('started', function()
    return #nvim:servers()
  end, 1)
  nvim:lua('vim.lsp.config("brief", { cmd = { ... } })', t.server, 'server')
  nvim:type(':BriefRestart<CR>')
  nvim:wait_attached()
end)

for how, leave in pairs({
  quit = function(nvim)
    nvim:quit()
  end,
  killed = function(nvim)
    vim.uv.kill(nvim.pid, 'sigkill')
    vim.fn.jobwait({ nvim.job }, 5000)
  end,
}) do
  t.case('no server stays when Neovim is ' .. how, { text = briefs.brief() }, function(nvim)
    nvim:wait_attached()
    local server = nvim:servers()[1]
    t.check('a server runs', t.alive(server))
    leave(nvim)
    t.eventually('it is gone', function()
      return t.alive(server)
    end, false)
  end)
end
