/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steps.h: the steps of entering a sandbox that need the kernel's help, for sandbox.c alone */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "sandbox.h"

G_BEGIN_DECLS

/* Denies all that Landlock of this kernel can deny, for good, save what is told of @kept. Needs two free descriptors for a moment.
 * Returns: FALSE with DD_ERROR_UNSUPPORTED */
bool
dd_sandbox_deny_paths(const DdSandboxPath *kept, size_t n, GError **error);
/* Loads the filter of system calls for an office program, for good. Returns: FALSE with DD_ERROR_UNSUPPORTED */
bool
dd_sandbox_deny_office_calls(GError **error);
/* Loads the filter of system calls for a reader, for good. Returns: FALSE with DD_ERROR_UNSUPPORTED */
bool
dd_sandbox_deny_calls(bool refuses_files, GError **error);

G_END_DECLS
