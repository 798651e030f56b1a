-- koetsu for Neovim 0.7 and later: starts the language server for Markdown buffers.
--
--   require('koetsu').setup({ fix_on_save = true, locale = 'ja' })

local M = {}

local clients = {}

local defaults = {
  cmd = { 'koetsu', 'lsp', '--stdio' },
  filetypes = { 'markdown', 'markdown.mdx' },
  root_files = { '.textlintrc.json', '.textlintrc', '.textlintrc.yml', '.git' },
  fix_on_save = false,
  locale = nil,
  config_path = nil,
}

--- The nearest folder above a file that holds one of the root files; else the file's own.
local function root_of(file, names)
  local own = vim.fn.fnamemodify(file, ':p:h')
  local folder = own
  while true do
    for _, name in ipairs(names) do
      if vim.loop.fs_stat(folder .. '/' .. name) then
        return folder
      end
    end
    local above = vim.fn.fnamemodify(folder, ':h')
    if above == folder then
      return own
    end
    folder = above
  end
end

local function client_for(root, options)
  if clients[root] and vim.lsp.get_client_by_id(clients[root]) then
    return clients[root]
  end
  clients[root] = vim.lsp.start_client({
    name = 'koetsu',
    cmd = options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    init_options = { locale = options.locale, configPath = options.config_path },
    on_exit = function()
      clients[root] = nil
    end,
  })
  return clients[root]
end

--- Applies all safe fixes of koetsu to a buffer, and waits for them.
function M.fix_all(buffer, timeout)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local last = vim.api.nvim_buf_line_count(buffer)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
    context = { diagnostics = {}, only = { 'source.fixAll.koetsu' } },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, timeout or 3000) or {}
  for id, answer in pairs(answers) do
    local client = vim.lsp.get_client_by_id(id)
    for _, action in ipairs(client and client.name == 'koetsu' and answer.result or {}) do
      if action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      end
    end
  end
end

function M.attach(buffer, options)
  local file = vim.api.nvim_buf_get_name(buffer)
  local root = file == '' and vim.fn.getcwd() or root_of(file, options.root_files)
  local id = client_for(root, options)
  if not id then
    return
  end
  vim.lsp.buf_attach_client(buffer, id)
  -- Neovim does it by itself only from 0.8 on.
  if vim.bo[buffer].omnifunc == '' then
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
  if options.fix_on_save then
    local group = vim.api.nvim_create_augroup('koetsu', { clear = false })
    vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
    vim.api.nvim_create_autocmd('BufWritePre', {
      group = group,
      buffer = buffer,
      callback = function()
        M.fix_all(buffer)
      end,
    })
  end
end

function M.setup(options)
  options = vim.tbl_extend('force', defaults, options or {})
  vim.api.nvim_create_autocmd('FileType', {
    pattern = options.filetypes,
    callback = function(event)
      M.attach((event and event.buf) or vim.api.nvim_get_current_buf(), options)
    end,
  })
end

return M
