-- Which files become briefs, and which stay what they are.
local t = require('harness')

local ZH_EN = '作者/Author(s): Erik Green\n\n日期/Date: 04/17/2025\n'

local function nth(line, text)
  return ('x\n'):rep(line - 1) .. text
end

local cases = {
  -- By name, whatever is in them.
  { 'a.brief', 'x\n', 'brief' },
  { 'a.brief.txt', 'x\n', 'brief' },
  { 'a.brief.md', '# x\n', 'brief' },
  -- By content.
  { 'bilingual.txt', ZH_EN, 'brief' },
  { 'page.md', ZH_EN, 'brief' },
  { 'UPPER.TXT', ZH_EN, 'brief' },
  { 'chinese.txt', '作者：王小明\n關鍵詞：軍事\n', 'brief' },
  { 'english.txt', 'AUTHORS: A\nKey  words : b\n', 'brief' },
  { 'full-width.txt', '作者　／　Ａｕｔｈｏｒ（ｓ）：A\n來源／Source：B\n', 'brief' },
  { 'english-first.txt', 'Author/作者: A\nSummary/摘要:\n', 'brief' },
  { 'bold.md', '**日期/Date**: 04/17/2025\n**來源:** IISS\n', 'brief' },
  { 'headings.md', '## 摘要\n\nx\n\n## Summary\n', 'brief' },
  { 'byte-order-mark.txt', '\239\187\191作者: A\r\n日期: B\r\n', 'brief' },
  { 'line-40.txt', nth(39, '作者: A\n日期: B\n'), 'brief' },
  { 'separator-first.txt', '作者: A\n---\n日期: B\n', 'brief' },
  -- No briefs.
  { 'plain.txt', 'Dear all,\nthe date: tomorrow.\nMy source: a friend.\n', 'text' },
  { 'one-label.txt', 'Date: tomorrow\n\nDear all\n', 'text' },
  { 'same-twice.txt', 'Source: a\nSource: b\n來源/Source: c\n', 'text' },
  { 'prose-label.txt', '作者說：沒有\n日期與來源：沒有\n', 'text' },
  { 'half-label.txt', 'Author/Editor: A\nDate/Place: B\n', 'text' },
  { 'line-41.txt', nth(40, '作者: A\n日期: B\n'), 'text' },
  { 'empty.txt', '', 'text' },
  { 'page.md', '# Notes\n\nDate: today\n', 'markdown' },
  { 'post.md', '---\nauthor: A\ndate: 2025-04-17\nsummary: x\n---\n\n# Post\n', 'markdown' },
  { 'code.lua', '-- author: A\n-- date: B\n', 'lua' },
}

t.case('file types', { text = 'x\n' }, function(nvim)
  for index, case in ipairs(cases) do
    local name, text, filetype = unpack(case)
    local path = t.write(('%s/files/%d/%s'):format(nvim.home.dir, index, name), text)
    local got = nvim:lua('vim.cmd.edit(vim.fn.fnameescape(...)); return vim.bo.filetype', path)
    t.check(name .. ' (' .. index .. ')', got, filetype)
  end
  t.check('a name alone', nvim:lua([[return vim.filetype.match({ filename = 'x.brief.md' })]]), 'brief')
  t.check('a name alone says nothing of .txt', nvim:lua([[return vim.filetype.match({ filename = 'x.txt' })]]) ~= 'brief')
end)
