-- What is found in a brief: where, how grave, and that a fix makes it go. Pulled and pushed alike.
local t = require('harness')
local briefs = require('briefs')

-- A client that cannot pull, as older and other ones.
local PUSH = [[
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.textDocument.diagnostic = nil
  vim.lsp.config('brief', { capabilities = capabilities })
]]
-- Columns counted in UTF-16, where 😀 is two.
local UTF16 = [[
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.general.positionEncodings = { 'utf-16' }
  vim.lsp.config('brief', { capabilities = capabilities })
]]

local FAULTY = briefs.brief({ keywords = '😀軍事，中國', date = '2025-04-17' })

local function expect(nvim, code, wanted)
  t.eventually(code, function()
    return nvim:diagnostics(code)
  end, wanted)
end

for way, init in pairs({ pulled = '', pushed = PUSH, ['in UTF-16'] = UTF16 }) do
  t.case('diagnostics ' .. way, { text = FAULTY, init = init }, function(nvim)
    nvim:wait_attached()
    local before_date, before_comma = #'日期/Date: ', #'關鍵字/Keywords: 😀軍事'
    expect(nvim, 'date/format', { { briefs.DATE_LINE - 1, before_date, before_date + #'2025-04-17', 'WARN' } })
    expect(nvim, 'keywords/separator', { { briefs.KEYWORDS_LINE - 1, before_comma, before_comma + #'，', 'WARN' } })
    t.check('source', nvim:lua('return vim.diagnostic.get(0)[1].source'), 'brief-ls')

    -- The fix as a person applies it: the cursor on the date, the one action that rewrites it.
    nvim:lua(
      [[
      vim.api.nvim_win_set_cursor(0, { ... })
      vim.lsp.buf.code_action({
        apply = true,
        filter = function(action) return action.kind == 'quickfix' and action.title:find('04/17/2025', 1, true) end,
      })
    ]],
      briefs.DATE_LINE,
      before_date + 2
    )
    t.eventually('fixed text', function()
      return nvim:lines()[briefs.DATE_LINE]
    end, '日期/Date: 04/17/2025')
    expect(nvim, 'date/format', {})
  end)
end

t.case('errors', {
  text = briefs.brief({ date = '02/30/2025', en = { 'Chinese military officials met their foreign peers more often.' } }),
}, function(nvim)
  nvim:wait_attached()
  local from = #'日期/Date: '
  expect(nvim, 'date/invalid', { { briefs.DATE_LINE - 1, from, from + #'02/30/2025', 'ERROR' } })
  t.eventually('pairing/count on the point without a partner', function()
    local found = nvim:diagnostics('pairing/count')
    return vim.tbl_map(function(d)
      return { d[1], d[4] }
    end, found)
  end, { { 11, 'ERROR' } })
end)

t.case('a clean brief', { text = briefs.brief() .. 'x' }, function(nvim)
  nvim:wait_attached()
  -- A fault first, so that silence afterwards is an answer and not an answer still to come.
  nvim:append(briefs.DATE_LINE, '9')
  t.eventually('found', function()
    return nvim:lua([[return #vim.diagnostic.get(0, { severity = { min = 'WARN' } }) > 0]])
  end, true)
  nvim:type('<BS><Esc>Gdd')
  t.eventually('neither error nor warning', function()
    return nvim:lua([[return #vim.diagnostic.get(0, { severity = { min = 'WARN' } })]])
  end, 0)
end)
