-- Saving formats the brief, unless it is told not to, and is never held up by the server.
local t = require('harness')
local briefs = require('briefs')

local CLEAN = briefs.brief()
local UNTIDY = CLEAN:gsub('  • ', '-   '):gsub('\n', '  \n')

local function saves(name, options, wanted)
  t.case(name, vim.tbl_extend('keep', options, { text = UNTIDY }), function(nvim)
    nvim:wait_attached()
    nvim:lua([[vim.api.nvim_create_autocmd('BufWritePost', { buffer = 0, command = 'let b:saved = 1' })]])
    nvim:type(':write<CR>')
    t.eventually('saved', function()
      return nvim:lua('return vim.b.saved')
    end, 1)
    t.check('on disk', t.read(nvim.path), wanted)
    t.check('no complaint', nvim:notes(), {})
  end)
end

saves('format on save', {}, CLEAN)
saves('format on save in a .txt file', { file = 'note.txt' }, CLEAN)
saves('format on save off', { init = 'vim.g.brief_format_on_save = false' }, UNTIDY)
saves('format on save off, the Vim way', { init = 'vim.g.brief_format_on_save = 0' }, UNTIDY)
saves('format on save on for one buffer', {
  init = [[
    vim.g.brief_format_on_save = false
    vim.api.nvim_create_autocmd('FileType', { pattern = 'brief', command = 'let b:brief_format_on_save = v:true' })
  ]],
}, CLEAN)

-- The cursor stays on its text, though lines come and go before it and its own line changes.
local CROWDED = CLEAN:gsub('\n\n', '  \n')
for _, text in ipairs({ UNTIDY, CROWDED }) do
  for _, place in ipairs({ '多邊主義', '2025', '日期' }) do
    t.case(('the cursor stays on %s in %s text'):format(place, text == UNTIDY and 'untidy' or 'crowded'), { text = text }, function(nvim)
      nvim:wait_attached()
      nvim:lua('vim.fn.search(...)', place)
      nvim:type(':write<CR>')
      t.eventually('on disk', function()
        return t.read(nvim.path)
      end, CLEAN)
      t.check('cursor', nvim:lua([[return vim.fn.getline('.'):sub(vim.fn.col('.'), vim.fn.col('.') + #... - 1)]], place), place)
    end)
  end
end

-- What a signal to the server leaves of a save.
local function after(signal, name)
  t.case(name, { text = UNTIDY }, function(nvim)
    nvim:wait_attached()
    local server = nvim:servers()[1]
    vim.uv.kill(server, signal)
    local start = vim.uv.now()
    nvim:type('Goend<Esc>:write<CR>')
    t.eventually('on disk', function()
      return t.read(nvim.path):find('end', 1, true) ~= nil
    end, true)
    vim.uv.update_time()
    t.check('soon', vim.uv.now() - start < 5000)
    vim.uv.kill(server, 'sigkill')
  end)
end

after('sigkill', 'a dead server does not hold up a save')
after('sigstop', 'a server that hangs does not hold up a save')
