-- Runs the specs beside it in this Neovim and reports: nvim -l test/run.lua [NAME]...
local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
package.path = here .. '/?.lua;' .. package.path

local harness = require('harness')
for name in vim.spairs(vim.iter(vim.fs.dir(here)):fold({}, function(all, file)
  all[file] = true
  return all
end)) do
  local spec = name:match('^(.*)_spec%.lua$')
  if spec and (#_G.arg == 0 or vim.list_contains(_G.arg, spec)) then
    dofile(here .. '/' .. name)
  end
end

io.write(('%d passed, %d failed\n'):format(harness.passed, harness.failed))
os.exit(harness.failed == 0 and harness.passed > 0 and 0 or 1)
