-- What a lens such as “2 findings” over a section leads to: the one finding, or a list of all of them.
local M = {}

--- Goes to the only one of these places, or lists them beside the text.
function M.show(places, client_id)
  local client = assert(vim.lsp.get_client_by_id(client_id))
  if #places == 1 then
    return vim.lsp.util.show_document(places[1], client.offset_encoding, { focus = true })
  end
  local items = vim.lsp.util.locations_to_items(places, client.offset_encoding)
  vim.fn.setloclist(0, {}, ' ', { title = 'brief-ls', items = items })
  vim.cmd.lopen()
end

return M
