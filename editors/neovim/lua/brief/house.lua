-- brief.toml: the server is told of it while it is open, unsaved too, what it decides is shown at once, and what can stand
-- in it is offered.
local M = {}

local NAME = 'brief.toml'
local TYPED = [=[\k\|[[{"'=.,/]]=] -- letters, and what opens or parts headers, keys and values

local function is_house(buf)
  return vim.fs.basename(vim.api.nvim_buf_get_name(buf)) == NAME
end

-- Asks for the diagnostics of a buffer, in the server's name for them, under which Neovim 0.12 keeps them.
local function pull(client, buf)
  local document = vim.lsp.util.make_text_document_params(buf)
  local identifier = vim.tbl_get(client.server_capabilities, 'diagnosticProvider', 'identifier')
  client:request('textDocument/diagnostic', { textDocument = document, identifier = identifier }, nil, buf)
end

-- Neovim asks by itself only for what is in a window, and a brief.toml that is edited by a fix is in none.
local function pull_unseen(args)
  local method, params = args.data.method, args.data.params
  if method ~= 'textDocument/didOpen' and method ~= 'textDocument/didChange' then
    return
  end
  local buf = vim.uri_to_bufnr(params.textDocument.uri)
  local client = vim.lsp.get_client_by_id(args.data.client_id)
  if client and client.name == 'brief' and is_house(buf) and vim.fn.bufwinid(buf) == -1 then
    pull(client, buf)
  end
end

-- The menu shows even one match, and nothing enters the text before it is chosen, as in briefs.
local function offer(client, buf)
  local opt = vim.bo[buf]
  if opt.completeopt == '' then
    local all = vim.o.completeopt
    opt.completeopt = all .. ',menuone' .. (all:find('noinsert') and '' or ',noselect')
  end
  require('brief.buffer').complete(client, buf, TYPED)
end

local function follow(buf)
  if not is_house(buf) then
    return
  end
  for _, client in ipairs(vim.lsp.get_clients({ name = 'brief' })) do
    if vim.lsp.buf_attach_client(buf, client.id) then
      offer(client, buf)
    end
  end
end

local function forget(args)
  local client = vim.lsp.get_client_by_id(args.data.client_id)
  if client and client.name == 'brief' then
    require('brief.buffer').forget(client.id, args.buf)
  end
end

--- Attaches the servers that run to every brief.toml that is open, now and later.
function M.follow()
  local group = vim.api.nvim_create_augroup('brief_toml', {})
  vim.api.nvim_create_autocmd('LspNotify', { group = group, callback = pull_unseen })
  vim.api.nvim_create_autocmd('LspDetach', { group = group, pattern = NAME, callback = forget })
  vim.iter(vim.api.nvim_list_bufs()):filter(vim.api.nvim_buf_is_loaded):each(follow)
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
    group = group,
    pattern = NAME,
    callback = function(args)
      follow(args.buf)
    end,
  })
end

--- The server asks for diagnostics to be pulled anew. Neovim 0.11 does not know that request, and 0.12 then asks for the
--- folder's as a whole, not for those of what is open.
function M.refresh(_, _, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  for buf in pairs(client.attached_buffers) do
    pull(client, buf)
  end
  return vim.NIL
end

return M
