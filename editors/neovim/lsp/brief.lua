-- The server, as vim.lsp.enable('brief') starts it. Change any of it with vim.lsp.config('brief', { … }).
local server = require('brief.server')

-- For those who enable it while a brief is open: its file type plugin has run by then.
vim.schedule(server.tell_if_missing)

return {
  cmd = server.command(),
  filetypes = { 'brief' },
  root_markers = { 'brief.toml', '.git' },
  -- What a click on a lens does, and where the cursor goes behind an action.
  commands = {
    ['brief.showPairs'] = function(_, context)
      require('brief.pages').preview(context.bufnr)
    end,
    ['brief.showFindings'] = function(command, context)
      require('brief.findings').show(command.arguments[3], context.client_id)
    end,
    ['brief.placeCursor'] = function(command, context)
      local uri, position = unpack(command.arguments)
      local range = { start = position, ['end'] = position }
      require('brief.findings').show({ { uri = uri, range = range } }, context.client_id)
    end,
  },
  capabilities = {
    workspace = { diagnostics = { refreshSupport = true } },
    experimental = { commands = { commands = { 'brief.placeCursor' } } },
  },
  handlers = {
    ['workspace/diagnostic/refresh'] = function(...)
      return require('brief.house').refresh(...)
    end,
  },
}
