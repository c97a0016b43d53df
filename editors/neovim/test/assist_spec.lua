-- What stands in and over the text: colours that tell what agrees with the partner, and lenses that lead on.
local t = require('harness')
local briefs = require('briefs')

local TEXT = briefs.brief({
  zh = { '中國軍費增加35%，俄羅斯與北約不滿。', '2023年起，北京與歐盟會談。' },
  en = { 'Chinese spending grew by 53%, and Russia was displeased.', 'Since 2023, Beijing has met the European Union.' },
})

-- The highlight groups of the semantic tokens where `text` begins.
local function groups(nvim, text)
  return nvim:lua(
    [[
    for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
      local at = line:find(..., 1, true)
      if at then
        return vim.tbl_map(function(token)
          return token.opts.hl_group
        end, vim.inspect_pos(0, number - 1, at - 1).semantic_tokens)
      end
    end
  ]],
    text
  )
end

t.case('colours of agreement', { text = TEXT, init = 'vim.o.termguicolors = true' }, function(nvim)
  nvim:wait_attached()
  for text, wanted in pairs({
    ['35%'] = 'differs',
    ['53%'] = 'differs',
    ['北約'] = 'unanswered',
    ['歐盟'] = 'agrees',
    ['European'] = 'agrees',
  }) do
    t.eventually(text .. ' ' .. wanted, function()
      return vim.list_contains(groups(nvim, text) or {}, ('@lsp.mod.%s.brief'):format(wanted))
    end, true)
  end
  local function linked(group)
    return nvim:lua('return vim.api.nvim_get_hl(0, { name = ... })', group)
  end
  t.check('what differs', linked('@lsp.mod.differs.brief').link, 'DiagnosticWarn')
  t.check('what agrees', linked('@lsp.mod.agrees.brief').link, 'Special')
  t.check('what is not answered', linked('@lsp.mod.unanswered.brief').italic, true)
end)

-- Runs the lens of this command, as vim.lsp.codelens.run() does for the line of the cursor.
local function run(nvim, name)
  t.eventually(name .. ' is run', function()
    return nvim:lua(
      [[
      local buf = vim.api.nvim_get_current_buf()
      local client = vim.lsp.get_clients({ bufnr = buf, name = 'brief' })[1]
      local params = { textDocument = vim.lsp.util.make_text_document_params(buf) }
      local answer = client:request_sync('textDocument/codeLens', params, 5000, buf)
      for _, lens in ipairs(answer and answer.result or {}) do
        if lens.command.command == ... then
          client:exec_cmd(lens.command, { bufnr = buf })
          return true
        end
      end
    ]],
      name
    )
  end, true)
end

t.case('lenses lead on', {
  text = TEXT,
  init = '_G.opened = {} vim.ui.open = function(path) table.insert(_G.opened, path) return {}, nil end',
}, function(nvim)
  nvim:wait_attached()
  run(nvim, 'brief.showPairs')
  t.eventually('to the page', function()
    return nvim:lua('return #_G.opened')
  end, 1)
  run(nvim, 'brief.showFindings')
  t.eventually('to the one finding', function()
    return nvim:lua('return vim.fn.expand("<cWORD>")')
  end, '53%,')
  nvim:lua([[vim.cmd('%s/53%/a 53%/ | %s/2023,/2024,/')]])
  nvim:lua('vim.cmd.normal("gg")')
  run(nvim, 'brief.showFindings')
  t.eventually('to the list of several', function()
    return nvim:lua('return { vim.bo.filetype, #vim.fn.getloclist(0) > 1 }')
  end, { 'qf', true })
end)

t.case('a new pair has the cursor', { text = TEXT }, function(nvim)
  nvim:wait_attached()
  local row = vim.iter(ipairs(nvim:lines())):find(function(_, line)
    return line:find('中國軍費', 1, true) ~= nil
  end)
  nvim:lua(
    [[
    vim.api.nvim_win_set_cursor(0, { ..., 8 })
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action) return action.title == 'Insert an empty pair below' end,
    })
  ]],
    row
  )
  t.eventually('on the next line', function()
    return nvim:lua('return { vim.api.nvim_get_current_line(), vim.fn.line(".") }')
  end, { '  • ', row + 1 })
  nvim:type('A新的一點<Esc>')
  t.check('goes on there', nvim:lines()[row + 1], '  • 新的一點')
end)

t.case('settings are asked for', {
  text = TEXT,
  init = [[vim.lsp.config('brief', { settings = { brief = { codeLens = { enable = false } } } })]],
}, function(nvim)
  nvim:wait_attached()
  t.eventually('no lenses', function()
    return nvim:lua([[
      local buf = vim.api.nvim_get_current_buf()
      local client = vim.lsp.get_clients({ bufnr = buf, name = 'brief' })[1]
      local params = { textDocument = vim.lsp.util.make_text_document_params(buf) }
      return #(client:request_sync('textDocument/codeLens', params, 5000, buf).result or {})
    ]])
  end, 0)
end)
