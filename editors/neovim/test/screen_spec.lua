-- One look at the real screen, in tmux: a finding, the menu, the saved file. The menu is left in target/editors/neovim/screen.txt.
local t = require('harness')
local briefs = require('briefs')

if vim.fn.executable('tmux') == 0 then
  return io.write('screen: skipped, no tmux\n')
end

t.begin('the screen')
local home = t.home()
local path = t.write(home.dir .. '/note.brief', briefs.brief({ date = '2025-04-17', keywords = '軍事' }))
local init = t.init(home, 'vim.diagnostic.config({ virtual_text = { format = function(d) return d.code end } })')

local function tmux(...)
  local run = vim.system({ 'tmux', '-u', '-L', 'brief', '-f', '/dev/null', ... }, {
    clear_env = true,
    env = vim.tbl_extend('force', home.env, { TMUX_TMPDIR = home.dir }),
  }):wait()
  return run.stdout
end

local function screen()
  return tmux('capture-pane', '-p')
end

local function shows(text)
  t.eventually('the screen shows ' .. text, function()
    return screen():find(text, 1, true) ~= nil
  end, true)
end

tmux('new-session', '-d', '-x', '100', '-y', '30', vim.v.progpath, '-n', '-i', 'NONE', '-u', init, path)
shows('日期/Date: 2025-04-17')
shows('date/format') -- beside the fault
tmux('send-keys', briefs.KEYWORDS_LINE .. 'GA', '、waijiao')
shows('外交')
local with_menu = screen()
tmux('send-keys', 'C-n', 'C-y', 'Escape', ':write', 'Enter')
t.eventually('saved', function()
  return t.read(path):find('軍事、外交\n', 1, true) ~= nil
end, true)
tmux('send-keys', ':qall!', 'Enter')
tmux('kill-server')

local folder = vim.fs.normalize(t.plugin .. '/../../target/editors/neovim')
t.write(folder .. '/screen.txt', with_menu)
