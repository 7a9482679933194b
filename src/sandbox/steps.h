/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steps.h: the two steps of entering the sandbox that need the kernel's help, for sandbox.c alone */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Denies all that Landlock of this kernel can deny, for good. Needs one free descriptor for a moment. Returns: FALSE with
 * DD_ERROR_UNSUPPORTED */
bool
dd_sandbox_deny_paths(GError **error);
/* Loads the filter of system calls, for good. Returns: FALSE with DD_ERROR_UNSUPPORTED */
bool
dd_sandbox_deny_calls(bool refuses_files, GError **error);

G_END_DECLS
