-- The one command that is there before a brief is open.
vim.api.nvim_create_user_command('BriefImport', function(call)
  require('brief.pages').import(call.args, call.bang)
end, { nargs = 1, bang = true, complete = 'file', desc = require('brief.messages')('import') })
