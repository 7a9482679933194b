/* SPDX-License-Identifier: GPL-3.0-or-later */
/* modules.h: finds and loads the modules that a file needs, before the sandbox */
#pragma once

#include "reader-module.h"

G_BEGIN_DECLS

/*
 * Loads the module of that name ("pdf") beside this program, else from its place of installation. It stays loaded.
 * Returns: (transfer none) its "dd_reader_module", which begins with DD_READER_MODULE_VERSION; NULL with DD_ERROR_UNSUPPORTED when there
 * is none, with DD_ERROR_INTERNAL when it is of another version
 */
const void *
dd_module_load(const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a reader of files, and has it prepare itself. @recognises: as prepare has it. Returns: NULL with its error when it could not */
const DdReaderModule *
dd_module_load_reader(const char *name, bool recognises, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
