-- brief.toml: a finding is accepted from the brief, and what the file says holds while it is edited, unsaved.
local t = require('harness')
local briefs = require('briefs')

local FUTURE = briefs.brief({ date = '12/04/2099' })

t.case('a finding is accepted and comes back', { text = FUTURE }, function(nvim)
  nvim:wait_attached()
  local from = #'日期/Date: '
  local found = { { briefs.DATE_LINE - 1, from, from + #'12/04/2099', 'INFO' } }
  local function expect(what, wanted)
    t.eventually(what, function()
      return nvim:diagnostics('date/future')
    end, wanted)
  end
  expect('found', found)
  nvim:lua(
    [[
    vim.api.nvim_win_set_cursor(0, { ... })
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action) return action.title == 'Accept this here (date/future)' end,
    })
  ]],
    briefs.DATE_LINE,
    from + 2
  )
  expect('accepted', {})
  local function of_toml(code)
    return nvim:lua([[
      for _, buf in ipairs(vim.api.nvim_list_bufs()) do
        if vim.fs.basename(vim.api.nvim_buf_get_name(buf)) == 'brief.toml' then
          ]] .. code .. [[
        end
      end
    ]])
  end
  t.check('the entry', of_toml('return vim.api.nvim_buf_get_lines(buf, 0, 4, true)'), {
    '[[lint.accept]]',
    'rule = "date/future"',
    'text = "12/04/2099"',
    'file = "note.brief"',
  })
  of_toml([[vim.api.nvim_buf_set_lines(buf, 0, -1, true, { '[lint]', 'severity = { date = "error" }' })]])
  expect('found anew, graver', { { briefs.DATE_LINE - 1, from, from + #'12/04/2099', 'ERROR' } })
  -- Neovim asks only for what is on the screen.
  of_toml([[vim.cmd.sbuffer(buf) vim.api.nvim_buf_set_lines(buf, 0, -1, true, { '[lnt]' })]])
  t.eventually('brief.toml is told what is wrong', function()
    return of_toml('return vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col } end, vim.diagnostic.get(buf))')
  end, { { 0, 1, 4 } })
end)

t.case('a broken brief.toml that nobody looks at is told of too', {
  text = FUTURE,
  files = { ['brief.toml'] = '# 我們的作法\n[lnt]\n' },
}, function(nvim)
  nvim:wait_attached()
  nvim:lua('_G.toml = vim.fn.bufadd(...) vim.fn.bufload(_G.toml)', vim.fs.dirname(nvim.path) .. '/brief.toml')
  local function told()
    return nvim:lua('return vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col } end, vim.diagnostic.get(_G.toml))')
  end
  t.eventually('what is wrong', told, { { 1, 1, 4 } })
  nvim:lua([[vim.api.nvim_buf_set_lines(_G.toml, 1, 2, true, { '[lint]' })]])
  t.eventually('and that it is mended', told, {})
  nvim:lua([[vim.api.nvim_buf_set_lines(_G.toml, 1, 2, true, { '[lnt]' }) vim.cmd.sbuffer(_G.toml)]])
  t.eventually('once, when it is looked at', told, { { 1, 1, 4 } })
end)

local HOUSE = '# 我們的作法😀\n[lint]\nselect = []\n'

-- Beside a brief, for whose sake the server runs.
local function in_toml(nvim)
  nvim:wait_attached()
  nvim:lua('vim.cmd.split(vim.fs.dirname(...) .. "/brief.toml")', nvim.path)
  nvim:wait_attached()
end

local function offered(nvim, label)
  t.eventually('the menu offers ' .. label, function()
    return vim.list_contains(nvim:menu() or {}, label)
  end, true)
end

local function choose_only(nvim, label)
  t.eventually('the menu narrows to ' .. label, function()
    return nvim:menu()
  end, { label })
  nvim:type('<C-n><C-y>')
end

local function last_line(nvim, what, wanted)
  t.eventually(what, function()
    return vim.list_slice(nvim:lines(), #nvim:lines())
  end, { wanted })
end

t.case('what can stand in brief.toml is offered', { text = FUTURE, files = { ['brief.toml'] = HOUSE } }, function(nvim)
  in_toml(nvim)
  nvim:append(3, '<CR>')
  nvim:type('ign')
  offered(nvim, 'ignore')
  t.check('nothing is entered unasked', nvim:lines()[4], 'ign')
  choose_only(nvim, 'ignore')
  last_line(nvim, 'a key with its brackets', 'ignore = []')
  nvim:type('"')
  offered(nvim, 'date/future')
  nvim:type('fut')
  choose_only(nvim, 'date/future')
  last_line(nvim, 'a rule in its quotes', 'ignore = ["date/future"]')
  nvim:append(4, '<CR>[')
  offered(nvim, '[[lint.accept]]')
  nvim:type('acc')
  choose_only(nvim, '[[lint.accept]]')
  last_line(nvim, 'a header with its brackets', '[[lint.accept]]')
end)

t.case('what stands in brief.toml is explained', { text = FUTURE, files = { ['brief.toml'] = HOUSE } }, function(nvim)
  in_toml(nvim)
  nvim:lua('vim.api.nvim_win_set_cursor(0, { 3, 2 }) vim.lsp.buf.hover()')
  t.eventually('the manual of the key', function()
    return nvim:lua([[
      for _, win in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(win).relative ~= '' then
          local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, true)
          return table.concat(lines, ' '):find('all where the list is empty', 1, true) ~= nil
        end
      end
    ]])
  end, true)
end)

t.case('a server that has gone is not asked in brief.toml', { text = FUTURE, files = { ['brief.toml'] = HOUSE } }, function(nvim)
  in_toml(nvim)
  nvim:lua([[vim.lsp.enable('brief', false)]])
  t.eventually('detached', function()
    return nvim:attached()
  end, 0)
  nvim:append(3, '<CR>ign')
  t.eventually('typing goes on', function()
    return nvim:lines()[4]
  end, 'ign')
end)
