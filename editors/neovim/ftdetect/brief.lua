-- Which files are briefs: by name, or a .txt or .md file by the labels in it.
local function by_content(...)
  return require('brief.detect').filetype(...)
end

vim.filetype.add({
  extension = { brief = 'brief' },
  pattern = {
    ['.*%.brief%.txt'] = { 'brief', { priority = 10 } },
    ['.*%.brief%.md'] = { 'brief', { priority = 10 } },
    -- A function that returns nil leaves text as text and Markdown as Markdown.
    ['.*%.[tT][xX][tT]'] = by_content,
    ['.*%.[mM][dD]'] = by_content,
  },
})
