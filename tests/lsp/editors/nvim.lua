-- Played by Neovim itself: opens an article with the real server and writes down what the user would see.
local cmd = vim.json and vim.json.decode(vim.env.KOETSU_CMD) or vim.fn.json_decode(vim.env.KOETSU_CMD)
local article, result_file = vim.env.KOETSU_ARTICLE, vim.env.KOETSU_RESULT
local config = vim.fn.fnamemodify(article, ':h') .. '/.textlintrc.json'
local result = {}

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function wait_for(what, condition)
  if not vim.wait(30000, condition, 20) then
    error('waited in vain: ' .. what)
  end
end

local function play()
  require('koetsu').setup({ cmd = cmd, fix_on_save = true })
  vim.cmd('edit ' .. article)
  vim.cmd('setfiletype markdown')
  wait_for('diagnostics', function()
    return #vim.diagnostic.get(0) >= 2
  end)
  result.diagnostics = vim.tbl_map(function(it)
    return { it.lnum, it.col, it.end_lnum, it.end_col, it.severity, it.source, it.user_data.lsp.code }
  end, vim.diagnostic.get(0))

  -- The user takes the first action on the line of the marker.
  vim.ui.select = function(items, _, choose)
    result.titles = vim.tbl_map(function(it)
      return it[2].title
    end, items)
    choose(items[1])
  end
  vim.api.nvim_win_set_cursor(0, { tonumber(vim.env.KOETSU_LINE), 0 })
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('quick fix', function()
    return text() ~= before
  end)
  result.fixed = text()
  vim.cmd('undo')

  vim.cmd('write')
  result.saved = table.concat(vim.fn.readfile(article), '\n')

  vim.fn.writefile({ vim.env.KOETSU_OTHER_CONFIG }, config)
  wait_for('new configuration', function()
    return #vim.diagnostic.get(0) == 0
  end)
  result.after_config = #vim.diagnostic.get(0)
end

local ok, reason = pcall(play)
if not ok then
  result.error = tostring(reason) .. vim.fn.execute('messages')
end
vim.fn.writefile({ vim.fn.json_encode(result) }, result_file)
vim.cmd('qall!')
