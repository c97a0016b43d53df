-- What the server does for an open brief: completion while typing, formatting on save.
local M = {}

local FORMAT_MS = 1000 -- a save waits no longer than this for the server

local group = vim.api.nvim_create_augroup('brief', {})

--- A switch: of the buffer where one is given, else of Neovim as a whole, else on.
function M.is_on(name, buf)
  local value = buf and vim.b[buf][name]
  if value == nil then
    value = vim.g[name]
  end
  return value ~= false and value ~= 0
end

-- Asks for completions after a letter or a Han character, or what else the buffer's kind of text wants.
-- Neovim asks by itself only after the server's trigger characters, and while the menu is open.
local function on_char(buf, pattern)
  if vim.fn.pumvisible() == 1 or vim.fn.match(vim.v.char, pattern) < 0 then
    return
  end
  -- The character is in the text only after this event.
  vim.schedule(function()
    if vim.api.nvim_get_current_buf() == buf and vim.fn.mode() == 'i' then
      vim.lsp.completion.get()
    end
  end)
end

-- How an entry stands in the menu and in the text. By itself Neovim puts in only the first word of a name, and names
-- the kind of an entry as if it were code.
local function convert(item)
  local is_snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
  return { word = not is_snippet and item.textEdit and item.textEdit.newText or nil, kind = '' }
end

-- Once an entry is chosen, answers on the way would only open the menu again.
local function forget_questions(client)
  for id, request in pairs(client.requests) do
    if request.method == 'textDocument/completion' and request.type == 'pending' then
      client:cancel_request(id)
    end
  end
end

-- Applies edits and leaves the cursor behind what they put in at its place.
local function apply_at_cursor(edits, buf, encoding)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local namespace = vim.api.nvim_create_namespace('brief')
  local mark = vim.api.nvim_buf_set_extmark(buf, namespace, row - 1, column, { right_gravity = true })
  vim.lsp.util.apply_text_edits(edits, buf, encoding)
  local place = vim.api.nvim_buf_get_extmark_by_id(buf, namespace, mark, {})
  vim.api.nvim_buf_del_extmark(buf, namespace, mark)
  vim.api.nvim_win_set_cursor(0, { place[1] + 1, place[2] })
end

-- Lets the server end the list when Enter is typed on an empty point: Vim's own rules only ever go on with it.
local function on_enter(client, buf)
  if not client:supports_method('textDocument/onTypeFormatting') then
    return
  end
  local lines = vim.api.nvim_buf_line_count(buf)
  vim.api.nvim_create_autocmd({ 'InsertEnter', 'TextChangedI' }, {
    group = group,
    buffer = buf,
    callback = function(args)
      local before = args.event == 'TextChangedI' and lines
      lines = vim.api.nvim_buf_line_count(buf)
      if not before or lines ~= before + 1 then
        return
      end
      local params = vim.lsp.util.make_formatting_params({})
      params.position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
      params.ch = '\n'
      local tick = vim.api.nvim_buf_get_changedtick(buf)
      client:request('textDocument/onTypeFormatting', params, function(_, edits)
        local is_current = vim.api.nvim_get_current_buf() == buf
        if edits and #edits > 0 and is_current and tick == vim.api.nvim_buf_get_changedtick(buf) then
          apply_at_cursor(edits, buf, client.offset_encoding)
          lines = vim.api.nvim_buf_line_count(buf)
        end
      end, buf)
    end,
  })
end

--- Offers completions in a buffer, while what matches `pattern` is typed unless that is turned off.
function M.complete(client, buf, pattern)
  local autotrigger = M.is_on('brief_autocomplete', buf)
  vim.lsp.completion.enable(true, client.id, buf, { autotrigger = autotrigger, convert = convert })
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf, event = { 'InsertCharPre', 'CompleteDone' } })
  vim.api.nvim_create_autocmd('CompleteDone', {
    group = group,
    buffer = buf,
    callback = function()
      if vim.v.event.reason == 'accept' then
        forget_questions(client)
      end
    end,
  })
  if autotrigger then
    vim.api.nvim_create_autocmd('InsertCharPre', {
      group = group,
      buffer = buf,
      callback = function()
        on_char(buf, pattern)
      end,
    })
  end
end

--- A server that has gone must not be asked again: completion would wait for its answer for ever.
function M.forget(client_id, buf)
  vim.lsp.completion.enable(false, client_id, buf)
end

local function attach(client, buf)
  require('brief.house').follow()
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf, event = { 'InsertEnter', 'TextChangedI' } })
  on_enter(client, buf)
  M.complete(client, buf, [[\k]])
end

local function detach(client_id, buf)
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf, event = { 'InsertEnter', 'TextChangedI' } })
  M.forget(client_id, buf)
end

local function format(buf)
  if not M.is_on('brief_format_on_save', buf) then
    return
  end
  for _, client in ipairs(vim.lsp.get_clients({ bufnr = buf, name = 'brief', method = 'textDocument/formatting' })) do
    -- Whatever goes wrong, the file is saved.
    pcall(vim.lsp.buf.format, { bufnr = buf, id = client.id, timeout_ms = FORMAT_MS })
  end
end

--- Wires a brief up, now and whenever a server attaches to it.
function M.setup(buf)
  local function on(event, callback)
    vim.api.nvim_create_autocmd(event, { group = group, buffer = buf, callback = callback })
  end
  local function brief_client(args)
    local client = vim.lsp.get_client_by_id(args.data.client_id)
    return client and client.name == 'brief' and client
  end

  M.teardown(buf)
  on('LspAttach', function(args)
    local client = brief_client(args)
    if client then
      attach(client, buf)
    end
  end)
  on('LspDetach', function(args)
    if brief_client(args) then
      detach(args.data.client_id, buf)
    end
  end)
  on('BufWritePre', function()
    format(buf)
  end)
  -- A server that runs already may have attached before this file type plugin was read.
  for _, client in ipairs(vim.lsp.get_clients({ bufnr = buf, name = 'brief' })) do
    attach(client, buf)
  end
end

--- Undoes setup().
function M.teardown(buf)
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf })
  for _, client in ipairs(vim.lsp.get_clients({ bufnr = buf, name = 'brief' })) do
    detach(client.id, buf)
  end
end

return M
