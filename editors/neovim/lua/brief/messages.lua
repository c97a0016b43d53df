-- All that a person reads, in English and in Traditional Chinese.
local en = {
  missing = 'brief-ls was not found: looked for %s.\n'
    .. 'Build it with `cargo install --path .` in the folder of brief-ls,\n'
    .. 'or set vim.g.brief_ls_path to the program. Then :BriefRestart, or :checkhealth brief.',
  on_path = '“%s” on PATH',
  at_path = '%s (vim.g.brief_ls_path)',
  at_cmd = '%s (vim.lsp.config.brief.cmd)',
  not_enabled = "The brief language server is not enabled: put vim.lsp.enable('brief') into your init.lua.",
  restarting = 'brief-ls: restarting',
  restart = 'Restart the brief language server',
  preview = 'Show the brief side by side in the browser',
  export = 'Write the brief as a page, Markdown or Word file',
  import = 'Make a brief of a Word file',
  not_running = 'The brief language server is not running here; :checkhealth brief tells why.',
  no_preview = 'The server gave no page: %s',
  cannot_write = 'The page cannot be written: %s',
  cannot_open = 'No program opens the page. It is here: %s\n%s',
  page_at = 'Side by side: %s',
  is_there = '%s is already there; move it away, or replace it with %s',
  exported = 'Written: %s',

  neovim_ok = 'Neovim %s',
  neovim_old = 'This Neovim is too old for briefs.',
  neovim_advice = 'Install Neovim 0.11 or newer.',
  binary_ok = 'Server: %s (%s)',
  binary_missing = 'Server not found: looked for %s',
  binary_broken = 'Server found, but it does not run: %s',
  binary_advice = 'Build it with `cargo install --path .` in the folder of brief-ls, or set vim.g.brief_ls_path.',
  broken_advice = 'Run `%s --version` in a terminal to see why; building it anew often helps.',
  enabled_ok = "Enabled with vim.lsp.enable('brief')",
  enabled_no = 'Not enabled: no brief will be checked',
  enabled_advice = "Put vim.lsp.enable('brief') into your init.lua.",
  attached_ok = 'Running, attached to %d of %d open briefs',
  attached_none = 'No brief is open, so the server need not run',
  attached_no = 'Not attached to any of %d open briefs',
  attached_advice = 'Run :BriefRestart. If that does not help, look into %s.',
  folders = 'The briefs of %s are known: their authors, sources and keywords are offered, found and renamed',
  no_folder = 'Only open briefs are known; an empty brief.toml in the folder of your briefs makes all of them known',
  detect_ok = 'Briefs are recognised by name and by their labels',
  detect_no = 'Briefs are not recognised: filetype detection is off or overruled',
  detect_advice = 'Put `filetype plugin on` into your configuration, and look for other rules for *.brief or *.txt.',
  format_on = 'Format on save is on',
  format_off = 'Format on save is off (vim.g.brief_format_on_save)',
  complete_on = 'Completion while typing is on',
  complete_off = 'Completion while typing is off (vim.g.brief_autocomplete); CTRL-X CTRL-O still asks for it',
}

local zh_tw = {
  missing = '找不到 brief-ls：已找過 %s。\n'
    .. '請在 brief-ls 的資料夾執行 `cargo install --path .` 安裝，\n'
    .. '或以 vim.g.brief_ls_path 指定程式位置，再執行 :BriefRestart；也可看 :checkhealth brief。',
  on_path = 'PATH 中的「%s」',
  at_path = '%s（vim.g.brief_ls_path）',
  at_cmd = '%s（vim.lsp.config.brief.cmd）',
  not_enabled = "尚未啟用 brief 語言伺服器：請在 init.lua 加上 vim.lsp.enable('brief')。",
  restarting = 'brief-ls：重新啟動中',
  restart = '重新啟動 brief 語言伺服器',
  preview = '在瀏覽器顯示中英對照',
  export = '將摘要檔輸出為網頁、Markdown 或 Word',
  import = '將 Word 檔匯入為摘要檔',
  not_running = 'brief 語言伺服器未執行；原因請見 :checkhealth brief。',
  no_preview = '伺服器沒有回傳頁面：%s',
  cannot_write = '無法寫入頁面：%s',
  cannot_open = '沒有程式可開啟頁面。檔案在：%s\n%s',
  page_at = '中英對照：%s',
  is_there = '%s 已經存在，請先移開，或以 %s 取代',
  exported = '已寫入：%s',

  neovim_ok = 'Neovim %s',
  neovim_old = '這個 Neovim 太舊。',
  neovim_advice = '請安裝 Neovim 0.11 以上的版本。',
  binary_ok = '伺服器：%s（%s）',
  binary_missing = '找不到伺服器：已找過 %s',
  binary_broken = '找到伺服器但無法執行：%s',
  binary_advice = '請在 brief-ls 的資料夾執行 `cargo install --path .` 安裝，或設定 vim.g.brief_ls_path。',
  broken_advice = '請在終端機執行 `%s --version` 查看原因；重新建置通常有效。',
  enabled_ok = "已用 vim.lsp.enable('brief') 啟用",
  enabled_no = '尚未啟用，因此不會檢查任何摘要檔',
  enabled_advice = "請在 init.lua 加上 vim.lsp.enable('brief')。",
  attached_ok = '執行中，已連上 %d／%d 個開啟的摘要檔',
  attached_none = '沒有開啟摘要檔，伺服器不需執行',
  attached_no = '開啟的 %d 個摘要檔都沒有連上伺服器',
  attached_advice = '請執行 :BriefRestart；若仍無效，請查看 %s。',
  folders = '已讀取 %s 的摘要檔，可提示、搜尋及更名其中的作者、來源與關鍵字',
  no_folder = '只認得已開啟的摘要檔；在摘要檔的資料夾放一個空的 brief.toml，即可讀取全部',
  detect_ok = '可由檔名與標籤辨識摘要檔',
  detect_no = '無法辨識摘要檔：檔案類型偵測已關閉或被其他設定取代',
  detect_advice = '請在設定中加上 `filetype plugin on`，並檢查是否另有 *.brief 或 *.txt 的設定。',
  format_on = '存檔時自動排版：開',
  format_off = '存檔時自動排版：關（vim.g.brief_format_on_save）',
  complete_on = '輸入時自動提示：開',
  complete_off = '輸入時自動提示：關（vim.g.brief_autocomplete）；仍可按 CTRL-X CTRL-O',
}

local function chinese()
  return (vim.v.lang .. (vim.env.LC_ALL or '') .. (vim.env.LANG or '')):find('zh_TW') ~= nil
end

--- The message of this name, its %s and %d filled in.
return function(name, ...)
  return (chinese() and zh_tw or en)[name]:format(...)
end
