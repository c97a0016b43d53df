-- Tells a brief from other text by its labels, for .txt and .md files.
local M = {}

local LINES = 40 -- how far into a file labels are looked for
local ENOUGH = 2 -- this many different labels make a brief

local known = {}
for _, label in ipairs(require('brief.labels')) do
  known[label] = true
end

-- Full-width forms (：／（）Ａ…) and U+3000 stand for their ASCII twins.
local function halfwidth(text)
  text = text:gsub('\227\128\128', ' ')
  return (text:gsub('\239[\188\189][\128-\191]', function(char)
    local code = vim.fn.char2nr(char)
    return code <= 0xFF5E and string.char(code - 0xFEE0) or char
  end))
end

-- The text before the colon, or the whole of a Markdown heading or bold line.
local function head(line)
  local text = halfwidth(line):lower():gsub('\239\187\191', ''):gsub('\194\160', ' ')
  local before = text:match('^([^:]+):')
  if not before and text:match('^%s*[#*_]') then
    before = text
  end
  return before and before:gsub('[#*_]', '')
end

--- The labels of a line, such as { '作者', 'author(s)' }; nil where any part of the head is no label.
local function labels(line)
  local found = {}
  for part in vim.gsplit(head(line) or '', '/', { plain = true }) do
    local label = vim.trim(part):gsub('%s+', ' ')
    if not known[label] then
      return nil
    end
    table.insert(found, label)
  end
  return found
end

--- Whether these lines, the first of a file, are a brief's.
--- A bilingual label counts once, and a label that comes back does not count again.
--- The front matter of a Markdown page (author:, date:) does not count: most blog posts have one.
function M.is_brief(lines)
  local seen, count = {}, 0
  local front_matter = lines[1] == '---'
  for number = front_matter and 2 or 1, math.min(#lines, LINES) do
    local line = lines[number]
    local found = not front_matter and labels(line) or {}
    front_matter = front_matter and line ~= '---'
    local new = #found > 0
    for _, label in ipairs(found) do
      new = new and not seen[label]
      seen[label] = true
    end
    count = count + (new and 1 or 0)
  end
  return count >= ENOUGH
end

--- For vim.filetype.add(): 'brief', or nil to leave the file to the other rules.
function M.filetype(_, buf)
  -- Without a buffer there is only a name to go by.
  if buf and M.is_brief(vim.api.nvim_buf_get_lines(buf, 0, LINES, false)) then
    return 'brief'
  end
end

return M
