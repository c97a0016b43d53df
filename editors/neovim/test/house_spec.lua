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
