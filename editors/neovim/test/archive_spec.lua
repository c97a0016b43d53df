-- What the briefs of a folder know of one another, those that are not open too.
local t = require('harness')
local briefs = require('briefs')

local OTHER = briefs.brief({ author = 'Zelda Quux', keywords = '觀雲、中國' })

-- Remembers what the server told of its reading.
local PROGRESS = [[
  _G.told = {}
  vim.api.nvim_create_autocmd('LspProgress', { callback = function(args)
    table.insert(_G.told, args.data.params.value.kind)
  end })
]]

-- A folder that is one by its brief.toml, with a second brief in it.
local function case(name, text, body)
  t.case(name, {
    text = text,
    init = PROGRESS,
    files = { ['brief.toml'] = '', ['other.brief'] = OTHER },
  }, function(nvim)
    nvim:wait_attached()
    t.eventually('the reading is begun and ended', function()
      local told = nvim:lua('return _G.told')
      return { told[1], told[#told] }
    end, { 'begin', 'end' })
    body(nvim, vim.fs.dirname(nvim.path) .. '/other.brief')
  end)
end

case('an author of another brief is offered', briefs.brief({ author = '' }), function(nvim)
  nvim:append(1, 'Zel')
  t.eventually('offered', function()
    return nvim:menu()
  end, { 'Zelda Quux' })
  nvim:type('<C-n><C-y>')
  t.eventually('and put in whole', function()
    return nvim:lines()[1]
  end, '作者/Author(s): Zelda Quux')
end)

case('a keyword is found, renamed in both and put back', briefs.brief({ keywords = '觀雲' }), function(nvim, other)
  nvim:lua('vim.api.nvim_win_set_cursor(0, { ... })', briefs.KEYWORDS_LINE, #'關鍵字/Keywords: ')
  t.eventually('found in both', function()
    return nvim:lua([[
      local params = vim.lsp.util.make_position_params(0, 'utf-8')
      params.context = { includeDeclaration = true }
      local answers = vim.lsp.buf_request_sync(0, 'textDocument/references', params, 5000)
      local files = {}
      for _, answer in pairs(answers or {}) do
        for _, place in ipairs(answer.result or {}) do
          table.insert(files, vim.fs.basename(vim.uri_to_fname(place.uri)))
        end
      end
      table.sort(files)
      return files
    ]])
  end, { 'note.brief', 'other.brief' })

  nvim:lua([[vim.lsp.buf.rename('看雲')]])
  local function keywords(file)
    return nvim:lua('local file, line = ... return vim.fn.getbufline(file, line)[1]', file, briefs.KEYWORDS_LINE)
  end
  local function both()
    return { keywords(nvim.path), keywords(other) }
  end
  t.eventually('renamed', both, { '關鍵字/Keywords: 看雲', '關鍵字/Keywords: 看雲、中國' })
  nvim:lua('vim.cmd.undo() vim.cmd.sbuffer(vim.fn.bufadd(...)) vim.cmd.undo()', other)
  t.eventually('put back', both, { '關鍵字/Keywords: 觀雲', '關鍵字/Keywords: 觀雲、中國' })
end)

case('briefs are searched', briefs.brief(), function(nvim)
  for _, query in ipairs({ 'zelda', 'zhongguo' }) do
    t.eventually(query, function()
      return nvim:lua(
        [[
        local answers = vim.lsp.buf_request_sync(0, 'workspace/symbol', { query = ... }, 5000)
        for _, answer in pairs(answers or {}) do
          for _, symbol in ipairs(answer.result or {}) do
            if vim.endswith(symbol.location.uri, '/other.brief') then return true end
          end
        end
      ]],
        query
      )
    end, true)
  end
end)

case('its folder is named by :checkhealth', briefs.brief(), function(nvim)
  local text = nvim:lua([[
    vim.cmd.checkhealth('brief')
    return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  ]])
  t.check('named', text:find('The briefs of ' .. vim.fs.dirname(nvim.path) .. ' are known', 1, true) ~= nil)
end)
