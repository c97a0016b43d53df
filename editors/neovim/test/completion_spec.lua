-- Keywords offered while typing, chosen with real keys.
local t = require('harness')
local briefs = require('briefs')

local LINE = '關鍵字/Keywords: 軍事'

local function offered(nvim, word)
  t.eventually('the menu offers ' .. word, function()
    return vim.list_contains(nvim:menu() or {}, word)
  end, true)
end

local function line(nvim)
  return nvim:lines()[briefs.KEYWORDS_LINE]
end

-- Picks an entry of the menu with CTRL-N, then CTRL-Y.
local function choose(nvim, word)
  local menu = nvim:menu() or {}
  for index, entry in ipairs(menu) do
    if entry == word then
      return nvim:type(('<C-n>'):rep(index) .. '<C-y>')
    end
  end
  error('not in the menu: ' .. word)
end

local function with(keywords, options)
  return vim.tbl_extend('force', { text = briefs.brief({ keywords = keywords }) }, options or {})
end

for _, keys in ipairs({ '、外', '、waijiao', '、dip' }) do
  t.case('completion of ' .. keys, with('軍事'), function(nvim)
    nvim:wait_attached()
    nvim:append(briefs.KEYWORDS_LINE, keys)
    offered(nvim, '外交')
    t.check('nothing is entered unasked', line(nvim), LINE .. keys)
    choose(nvim, '外交')
    t.eventually('accepted', function()
      return line(nvim)
    end, LINE .. '、外交')
    t.eventually('the menu closes', function()
      return nvim:menu() == nil
    end, true)
  end)
end

-- Neovim by itself would put in the first word only.
t.case('a name of several words', { text = (briefs.brief():gsub('International[^\n]*', '', 1)) }, function(nvim)
  nvim:wait_attached()
  nvim:append(briefs.SOURCE_LINE, 'iiss')
  offered(nvim, 'International Institute for Strategic Studies')
  choose(nvim, 'International Institute for Strategic Studies')
  t.eventually('accepted whole', function()
    return nvim:lines()[briefs.SOURCE_LINE]
  end, '網站來源/Source: International Institute for Strategic Studies')
end)

t.case('completion letter by letter', with('軍事、'), function(nvim)
  nvim:wait_attached()
  nvim:append(briefs.KEYWORDS_LINE, '')
  for letter in ('waij'):gmatch('.') do
    nvim:type(letter)
    offered(nvim, '外交')
  end
  choose(nvim, '外交')
  nvim:type('、')
  offered(nvim, '經濟')
  t.check('a used keyword is not offered again', vim.list_contains(nvim:menu(), '外交'), false)
  nvim:type('jing')
  offered(nvim, '經濟')
  choose(nvim, '經濟')
  t.eventually('both accepted', function()
    return line(nvim)
  end, LINE .. '、外交、經濟')
end)

t.case('completion after letters that match nothing', with('軍事、'), function(nvim)
  nvim:wait_attached()
  nvim:append(briefs.KEYWORDS_LINE, 'qqq')
  t.eventually('typed', function()
    return line(nvim)
  end, LINE .. '、qqq')
  nvim:type('<BS><BS><BS>wai')
  offered(nvim, '外交')
end)

t.case('Enter with the menu open is a new line', with('軍事、'), function(nvim)
  nvim:wait_attached()
  nvim:append(briefs.KEYWORDS_LINE, '外')
  offered(nvim, '外交')
  nvim:type('<CR>next')
  t.eventually('two lines', function()
    return vim.list_slice(nvim:lines(), briefs.KEYWORDS_LINE, briefs.KEYWORDS_LINE + 1)
  end, { LINE .. '、外', 'next' })
end)

t.case('completion while typing can be turned off', with('軍事、', { init = 'vim.g.brief_autocomplete = false' }), function(nvim)
  nvim:wait_attached()
  nvim:append(briefs.KEYWORDS_LINE, 'wai')
  t.eventually('typed', function()
    return line(nvim)
  end, LINE .. '、wai')
  -- A server that was asked would have answered before this request, which came later.
  nvim:lua([[vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-8'), 5000)]])
  t.check('no menu', nvim:menu() == nil)
  nvim:type('<C-x><C-o>')
  offered(nvim, '外交')
end)

t.case('a second brief of the same server', with('軍事'), function(nvim)
  nvim:wait_attached()
  local other = t.write(nvim.home.dir .. '/work/other.brief', briefs.brief({ keywords = '軍事' }))
  nvim:lua('vim.cmd.edit(...)', other)
  nvim:wait_attached()
  t.check('one server serves both', nvim:lua([[return #vim.lsp.get_clients({ name = 'brief' })]]), 1)
  nvim:append(briefs.KEYWORDS_LINE, '、wai')
  offered(nvim, '外交')
end)

t.case('typing prose is left in peace', { text = briefs.brief() }, function(nvim)
  local last = #vim.split(briefs.brief(), '\n') - 1
  nvim:wait_attached()
  nvim:append(last, ' Beijing')
  t.eventually('typed', function()
    return nvim:lines()[last]:match(' Beijing$')
  end, ' Beijing')
  nvim:type(' 北京<CR>x<Esc>')
  nvim:type('k.')
  t.eventually('repeated', function()
    return vim.list_slice(nvim:lines(), last)
  end, {
    '  • Beijing stressed multilateralism in meetings abroad. Beijing 北京 Beijing 北京',
    '  • x',
    '  • x',
  })
  nvim:type('uu')
  t.eventually('undone as two changes', function()
    return table.concat(nvim:lines(), '\n') .. '\n'
  end, briefs.brief())
end)
