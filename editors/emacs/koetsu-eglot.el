;;; koetsu-eglot.el --- koetsu (校閲) for eglot  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.9"))

;;; Commentary:

;; Adds koetsu to the servers of eglot, for Markdown buffers:
;;
;;   (require 'koetsu-eglot)
;;   (add-hook 'markdown-mode-hook #'eglot-ensure)
;;   (add-hook 'markdown-mode-hook #'koetsu-eglot-fix-on-save)

;;; Code:

(require 'eglot)

(defgroup koetsu nil
  "Editorial linter for Japanese Markdown articles."
  :group 'tools)

(defcustom koetsu-eglot-command '("koetsu" "lsp" "--stdio")
  "Program and arguments of the language server."
  :type '(repeat string))

(add-to-list 'eglot-server-programs
             (cons '(markdown-mode gfm-mode)
                   (lambda (&rest _) koetsu-eglot-command)))

(defun koetsu-eglot-fix-all ()
  "Apply all safe fixes of koetsu to this buffer."
  (interactive)
  (when (and (fboundp 'eglot-current-server) (eglot-current-server))
    (let ((actions (eglot-code-actions (point-min) (point-max) "source.fixAll.koetsu")))
      (mapc (lambda (action)
              (let ((edit (plist-get action :edit)))
                (when edit (eglot--apply-workspace-edit edit))))
            actions))))

(defun koetsu-eglot-fix-on-save ()
  "Apply the safe fixes of koetsu whenever this buffer is saved."
  (add-hook 'before-save-hook #'koetsu-eglot-fix-all nil t))

(provide 'koetsu-eglot)
;;; koetsu-eglot.el ends here
