/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * library.h: a library of an engine that is loaded when the first store of that engine is opened: what a program is linked with it
 * pays for at each start, and dondoc read needs no store
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "once.h"

G_BEGIN_DECLS

/* A function that is called by its address */
typedef struct {
	const char *name;
	void *function; /* where its address goes */
} DdLibraryRow;

typedef struct {
	DdOnce once;
	const char *soname;
	const char *advice; /* what to say when it is not there, before what the dynamic linker says */
	const DdLibraryRow *rows;
	size_t n;
	char *missing; /* what the dynamic linker said; kept: a library that was not there is not looked for again */
} DdLibrary;

/* Loads the library if nobody did; threads may call it at once. Returns: FALSE when it is not installed; DD_ERROR_UNSUPPORTED says what to do */
bool
dd_library_load(DdLibrary *self, GError **error);

G_END_DECLS
