-- The side-by-side page in the browser, and exports.
local t = require('harness')
local briefs = require('briefs')

-- Stands for the browser: remembers what it was given.
local BROWSER = [[
  _G.opened = {}
  vim.ui.open = function(path)
    table.insert(_G.opened, path)
    return {}, nil
  end
]]

t.case('the page shows the brief as it is now', { text = briefs.brief(), init = BROWSER }, function(nvim)
  nvim:wait_attached()
  nvim:type(':BriefPreview<CR>')
  t.eventually('opened', function()
    return nvim:lua('return #_G.opened')
  end, 1)
  local page = nvim:lua('return _G.opened[1]')
  t.check('a page', page:match('%.html$'), '.html')
  t.check('side by side', t.read(page):find('<td role="cell" lang="zh-Hant-TW">', 1, true) ~= nil)
  nvim:type('Go  • 新的一點<Esc>:BriefPreview<CR>')
  t.eventually('opened again', function()
    return nvim:lua('return #_G.opened')
  end, 2)
  t.check('the same file', nvim:lua('return _G.opened[2]'), page)
  t.check('the new text', t.read(page):find('新的一點', 1, true) ~= nil)
  t.check('where it is, for want of a browser', nvim:notes(), { 'Side by side: ' .. page, 'Side by side: ' .. page })
end)

t.case('without a server there is no page, and that is said', { text = briefs.brief(), init = BROWSER .. "vim.g.brief_ls_path = '/nowhere/brief-ls'" }, function(nvim)
  nvim:type(':BriefPreview<CR>')
  t.eventually('told', function()
    return vim.iter(nvim:notes()):any(function(note)
      return note:find('not running', 1, true) ~= nil
    end)
  end, true)
end)

t.case('an export is written, and never over another file unasked', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  local target = vim.fs.joinpath(vim.fs.dirname(nvim.path), 'out.html')
  local function told(part)
    t.eventually(part, function()
      return vim.iter(nvim:notes()):any(function(note)
        return note:find(part, 1, true) ~= nil
      end)
    end, true)
  end
  nvim:type('Go  • 未存檔的一點<Esc>:BriefExport ' .. target .. '<CR>')
  told('Written')
  t.check('the unsaved text', t.read(target):find('未存檔的一點', 1, true) ~= nil)
  nvim:type(':BriefExport ' .. target .. '<CR>')
  told('already there')
  nvim:type(':BriefExport! ' .. target .. 'x<CR>')
  told('--to html')
end)

t.case('a Word file becomes a brief, and never over another one unasked', { text = briefs.brief() }, function(nvim)
  nvim:wait_attached()
  local word = vim.fs.joinpath(vim.fs.dirname(nvim.path), 'sent.docx')
  local function opened()
    return vim.fs.basename(nvim:lua('return vim.api.nvim_buf_get_name(0)'))
  end
  nvim:type(':BriefExport ' .. word .. '<CR>')
  t.eventually('written', function()
    return vim.uv.fs_stat(word) ~= nil
  end, true)
  nvim:type(':BriefImport ' .. word .. '<CR>')
  t.eventually('opened', opened, 'sent.brief')
  t.check('the same text', table.concat(nvim:lines(), '\n') .. '\n', briefs.brief())
  nvim:type(':edit ' .. nvim.path .. '<CR>:BriefImport ' .. word .. '<CR>')
  t.eventually('said that it is there', function()
    return nvim:notes()[#nvim:notes()]:find(':BriefImport!', 1, true) ~= nil
  end, true)
  nvim:type(':BriefImport! ' .. word .. '<CR>')
  t.eventually('replaced', opened, 'sent.brief')
end)
