;;; emacs.el --- Played by Emacs itself: what a user of eglot would see  -*- lexical-binding: t; -*-
(require 'json)
(require 'flymake)
(require 'project)
(require 'koetsu-eglot)

(define-derived-mode markdown-mode text-mode "Markdown")
(setq koetsu-eglot-command (append (json-read-from-string (getenv "KOETSU_CMD")) nil)
      eglot-sync-connect 60
      flymake-no-changes-timeout 0.05
      create-lockfiles nil
      make-backup-files nil)

(defun wait-for (what condition)
  (let ((end (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited in vain: %s" what))
      (accept-process-output nil 0.05))))

(defun place (position)
  (save-excursion
    (goto-char position)
    (list (1- (line-number-at-pos)) (- (point) (line-beginning-position)))))

(let ((article (getenv "KOETSU_ARTICLE")) (result nil))
  (condition-case problem
      (progn
        (find-file article)
        (markdown-mode)
        (apply #'eglot--connect (eglot--guess-contact))
        (koetsu-eglot-fix-on-save)
        (flymake-mode 1)
        (flymake-start)
        (wait-for "diagnostics" (lambda () (>= (length (flymake-diagnostics)) 2)))
        (push (cons 'diagnostics
                    (vconcat (mapcar (lambda (it)
                                       (vconcat (place (flymake-diagnostic-beg it)) (place (flymake-diagnostic-end it))
                                                (list (flymake-diagnostic-text it))))
                                     (flymake-diagnostics))))
              result)
        ;; The user takes the first action on the line of the marker.
        (goto-char (point-min))
        (forward-line (1- (string-to-number (getenv "KOETSU_LINE"))))
        (let* ((last-nonmenu-event 13) (before (buffer-string)))
          (cl-letf (((symbol-function 'completing-read) (lambda (_prompt items &rest _) (caar items))))
            (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix" t))
          (wait-for "quick fix" (lambda () (not (equal before (buffer-string)))))
          (push (cons 'fixed (substring-no-properties (buffer-string))) result)
          (erase-buffer)
          (insert before))
        (save-buffer)
        (push (cons 'saved (with-temp-buffer (insert-file-contents article) (buffer-string))) result)
        (with-temp-file (expand-file-name ".textlintrc.json" (file-name-directory article))
          (insert (getenv "KOETSU_OTHER_CONFIG")))
        (wait-for "new configuration" (lambda () (= (length (flymake-diagnostics)) 0)))
        (push (cons 'after_config (length (flymake-diagnostics))) result))
    (error (push (cons 'error (format "%S %s" problem
                                      (with-current-buffer (messages-buffer) (buffer-string))))
                 result)))
  (with-temp-file (getenv "KOETSU_RESULT") (insert (json-encode result))))
