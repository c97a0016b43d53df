-- Briefs the specs share.
local M = {}

--- A brief with nothing to complain about, its header value(s) replaced by those given.
function M.brief(values)
  values = vim.tbl_extend('keep', values or {}, {
    author = 'Erik Green and Meia Nouwens',
    date = '04/17/2025',
    keywords = '軍事、中國',
    zh = { '中國軍方與外國軍事領導人會晤的頻率大增。', '北京在海外的高層會晤中強調多邊主義。' },
    en = { 'Chinese military officials met their foreign peers more often.', 'Beijing stressed multilateralism in meetings abroad.' },
  })
  local lines = {
    '作者/Author(s): ' .. values.author,
    '',
    '網站來源/Source: International Institute for Strategic Studies',
    '',
    '日期/Date: ' .. values.date,
    '',
    '關鍵字/Keywords: ' .. values.keywords,
    '',
    '摘要:',
    '中國正積極推動新型國際秩序。',
  }
  for _, point in ipairs(values.zh) do
    table.insert(lines, '  • ' .. point)
  end
  vim.list_extend(lines, { '', 'Summary:', 'China seeks to build a new international order.' })
  for _, point in ipairs(values.en) do
    table.insert(lines, '  • ' .. point)
  end
  return table.concat(lines, '\n') .. '\n'
end

M.SOURCE_LINE = 3 -- from 1
M.DATE_LINE = 5
M.KEYWORDS_LINE = 7

return M
