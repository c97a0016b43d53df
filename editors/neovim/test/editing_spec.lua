-- Options, marks that go on, colours and help: what the plugin does without the server.
local t = require('harness')
local briefs = require('briefs')

-- The colour of the character that `text` begins with, in the first line that holds it.
local function colour(nvim, text)
  return nvim:lua(
    [[
    for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
      local at = line:find(..., 1, true)
      if at then return vim.fn.synIDattr(vim.fn.synID(number, at, 1), 'name') end
    end
  ]],
    text
  )
end

t.case('points go on', { on_path = false, text = briefs.brief() }, function(nvim)
  local function last()
    return nvim:lines()[#nvim:lines()]
  end
  for _, mark in ipairs({ '•', '●', '·', '-' }) do
    nvim:type('<Esc>')
    nvim:lua('vim.api.nvim_buf_set_lines(0, -1, -1, true, { ... })', ('  %s one'):format(mark))
    nvim:type('GA<CR>two')
    t.eventually('Enter after ' .. mark, last, ('  %s two'):format(mark))
  end
  nvim:type('<Esc>othree')
  t.eventually('o', last, '  - three')
  local long = ('word '):rep(60)
  nvim:type('<Esc>o' .. long)
  t.eventually('a long line stays one', last, '  - ' .. long)
  local count = #nvim:lines()
  nvim:type('<Esc>gqip')
  nvim:lua('vim.wait(0)')
  t.check('under gq too', #nvim:lines(), count)
end)

-- What Vim's own rules cannot do, the server does.
t.case('Enter in a list', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  local function last(count)
    return function()
      return vim.list_slice(nvim:lines(), #nvim:lines() - count + 1)
    end
  end
  nvim:append(#nvim:lines(), '<CR>')
  t.eventually('goes on', last(1), { '  • ' })
  nvim:type('<CR>')
  t.eventually('on an empty point ends the list', last(1), { '' })
  nvim:type('<CR>end')
  t.eventually('and is then only Enter', last(2), { '', 'end' })
  nvim:type('<Esc>')
  nvim:lua('vim.api.nvim_buf_set_lines(0, -1, -1, true, { ... })', '  1. one')
  nvim:append(#nvim:lines(), '<CR>')
  t.eventually('counts on', last(2), { '  1. one', '  2. ' })
  nvim:type('two')
  t.eventually('with the cursor behind the mark', last(1), { '  2. two' })
end)

t.case('options', { on_path = false, text = briefs.brief() }, function(nvim)
  local function options()
    return nvim:lua([[
      return { vim.wo.wrap, vim.wo.linebreak, vim.bo.textwidth, vim.bo.comments, vim.bo.completeopt,
        vim.fn.exists(':BriefRestart'), #vim.api.nvim_get_autocmds({ group = 'brief', buffer = 0 }) > 0 }
    ]])
  end
  local wrap, linebreak, textwidth, comments, completeopt, restart, wired = unpack(options())
  t.check('wrap, linebreak, textwidth', { wrap, linebreak, textwidth }, { true, true, 0 })
  t.check('comments', comments:find('b:•', 1, true) ~= nil)
  t.check('completeopt', completeopt, 'menu,popup,menuone,noselect')
  t.check(':BriefRestart and autocommands', { restart, wired }, { 2, true })

  nvim:lua([[vim.cmd.enew() vim.bo.filetype = 'text' _G.plain = { vim.wo.linebreak, vim.bo.comments, vim.bo.completeopt }]])
  local plain = nvim:lua('return _G.plain')
  nvim:lua([[vim.cmd.buffer('#') vim.bo.filetype = 'text']])
  local after = options()
  t.check('undone for another file type', { after[2], after[4], after[5], after[6], after[7] }, { plain[1], plain[2], plain[3], 0, false })
end)

t.case('options of the user are kept', {
  on_path = false,
  text = 'x\n',
  init = [[vim.o.completeopt = 'menu,noinsert,fuzzy']],
}, function(nvim)
  t.check('completeopt', nvim:lua('return vim.bo.completeopt'), 'menu,noinsert,fuzzy,menuone')
end)

local COLOURED = [[
作者／Author(s)：王小明
**日期/Date**: 04/17/2025
關鍵字/Keywords: 軍事、中國
---
## 摘要
摘要:
  • 「全球南方『國家』」與《聯合國憲章》，甲、乙
  1. 2025年4月17日
（一） x
– April 17, 2025 and https://example.org/a
Summary:
A date: none
]]

t.case('colours', { on_path = false, text = COLOURED }, function(nvim)
  for text, group in pairs({
    ['作者／'] = 'briefLabel',
    ['：王'] = 'briefLabel',
    ['王小明'] = '',
    ['**日期'] = 'briefLabel',
    ['04/17/2025'] = 'briefDate',
    ['關鍵字'] = 'briefLabel',
    ['中國'] = 'briefKeywords',
    ['、中國'] = 'briefComma',
    ['---'] = 'briefSeparator',
    ['## 摘要'] = 'briefSection',
    ['摘要:'] = 'briefSection',
    ['Summary:'] = 'briefSection',
    ['•'] = 'briefMark',
    ['1.'] = 'briefMark',
    ['（一）'] = 'briefMark',
    ['–'] = 'briefMark',
    ['全球南方'] = 'briefQuote',
    ['『'] = 'briefInner',
    ['聯合國'] = 'briefTitle',
    ['、乙'] = '',
    ['2025年'] = 'briefDate',
    ['April'] = 'briefDate',
    ['https'] = 'briefUrl',
    ['A date'] = '',
  }) do
    t.check(text, colour(nvim, text), group)
  end
end)

t.case('help', { on_path = false, text = 'x\n' }, function(nvim)
  local copy = nvim.home.dir .. '/help/doc/brief.txt'
  t.write(copy, t.read(t.plugin .. '/doc/brief.txt'))
  nvim:lua('vim.opt.runtimepath:append(...)', nvim.home.dir .. '/help')
  nvim:lua('vim.cmd.helptags(...)', nvim.home.dir .. '/help/doc')
  for _, tag in ipairs({ 'brief', 'g:brief_ls_path', 'g:brief_format_on_save', 'g:brief_autocomplete', ':BriefImport', 'brief-colours' }) do
    t.check(tag, nvim:lua('vim.cmd.help(...) return vim.fn.expand("%:t")', tag), 'brief.txt')
  end
end)
