-- How a brief is edited: long lines wrapped on screen, points continued, the server wired up.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

if vim.fn.has('nvim-0.11') == 0 then
  local message = require('brief.messages')
  vim.notify_once(message('neovim_old') .. ' ' .. message('neovim_advice'), vim.log.levels.ERROR)
  return
end

local opt = vim.opt_local

-- A paragraph is one long line: broken on screen between words, never in the file.
opt.wrap = true
opt.linebreak = true
opt.textwidth = 0

-- The rest of a long point stands under its text, not under its mark.
opt.breakindent = true
opt.breakindentopt = 'list:-1'
opt.formatlistpat = [[^\s*\%([•‧·●○◦▪■・➢✓]\s*\|[-–—*]\s\+\|[(（]\?\d\+[.)．）]\s*\)]]

-- Enter, o and O go on with the mark of a point.
opt.comments = 'b:•,b:‧,b:·,b:●,b:○,b:◦,b:▪,b:■,b:・,b:➢,b:✓,b:-,b:–,b:—,b:*'
opt.commentstring = ''
opt.formatoptions:append('ro')
opt.formatoptions:remove({ 't', 'c', 'a' })
opt.formatexpr = 'v:lua.vim.lsp.formatexpr(#{timeout_ms: 1000})' -- gq is the server's: Vim's own would break lines
opt.autoindent = true
opt.expandtab = true
opt.shiftwidth = 2
opt.softtabstop = 2

-- The menu shows even one match, and nothing enters the text before it is chosen.
opt.completeopt:append('menuone')
if not vim.o.completeopt:find('noinsert') then
  opt.completeopt:append('noselect')
end

local buf = vim.api.nvim_get_current_buf()
local server = require('brief.server')
local message = require('brief.messages')
local function command(name, action, options)
  options.desc = message(options.desc)
  vim.api.nvim_buf_create_user_command(buf, name, action, options)
end
command('BriefRestart', server.restart, { desc = 'restart' })
command('BriefPreview', function()
  require('brief.pages').preview(buf)
end, { desc = 'preview' })
command('BriefExport', function(call)
  require('brief.pages').export(buf, call.args, call.bang)
end, { desc = 'export', nargs = 1, bang = true, complete = 'file' })
require('brief.buffer').setup(buf)
-- Later, so that drawing the opened file does not wipe the message out.
vim.schedule(server.tell_if_missing)

vim.b.undo_ftplugin = table.concat({
  'setlocal wrap< linebreak< textwidth< breakindent< breakindentopt< formatlistpat< comments< commentstring<',
  'setlocal formatoptions< formatexpr< autoindent< expandtab< shiftwidth< softtabstop<',
  'set completeopt<', -- a local value of an option that is global at heart is removed this way
  'silent! delcommand -buffer BriefRestart',
  'silent! delcommand -buffer BriefPreview',
  'silent! delcommand -buffer BriefExport',
  ("lua require('brief.buffer').teardown(%d)"):format(buf),
}, ' | ')
