-- brief.toml: the server is told of it while it is open, unsaved too, and what it decides is shown at once.
local M = {}

local NAME = 'brief.toml'

local function follow(buf)
  if vim.fs.basename(vim.api.nvim_buf_get_name(buf)) ~= NAME then
    return
  end
  for _, client in ipairs(vim.lsp.get_clients({ name = 'brief' })) do
    vim.lsp.buf_attach_client(buf, client.id)
  end
end

--- Attaches the servers that run to every brief.toml that is open, now and later.
function M.follow()
  vim.iter(vim.api.nvim_list_bufs()):filter(vim.api.nvim_buf_is_loaded):each(follow)
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
    group = vim.api.nvim_create_augroup('brief_toml', {}),
    pattern = NAME,
    callback = function(args)
      follow(args.buf)
    end,
  })
end

--- The server asks for diagnostics to be pulled anew; Neovim 0.11 does not know that request.
function M.refresh(_, _, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  for buf in pairs(client.attached_buffers) do
    local document = vim.lsp.util.make_text_document_params(buf)
    client:request('textDocument/diagnostic', { textDocument = document }, nil, buf)
  end
  return vim.NIL
end

return M
