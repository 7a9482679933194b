/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch-module.h: what a module on a large library exports ("dd_vouch_module"), for a server that has such a group in its settings */
#pragma once

#include "vouch-settings.h"

G_BEGIN_DECLS

#define DD_VOUCH_MODULE_VERSION 2u
#define DD_VOUCH_MODULE_SYMBOL "dd_vouch_module"

typedef struct {
	guint32 version; /* DD_VOUCH_MODULE_VERSION */
	/* Makes it ready, before the first thread. @settings is lent for good. Returns: (transfer full) or NULL with an error */
	void *(*open)(const DdVouchSettings *settings, GError **error);
	void (*close)(void *self);
	/* Of a directory: DdVoucher's ask, with what open gave as data; by several threads at once */
	bool (*ask)(void *self, const char *name, const char *password, DdArena *arena,
		DdVouched *out, bool *right_out, GError **error);
} DdVouchModule;

G_END_DECLS
