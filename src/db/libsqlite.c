/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "libsqlite.h"

#include "library.h"

DdLibsqlite libsqlite;

static const DdLibraryRow rows[] = {
#define DD_LIBSQLITE_ROW(name) {#name, &libsqlite.name},
	DD_LIBSQLITE_FUNCTIONS(DD_LIBSQLITE_ROW)
#undef DD_LIBSQLITE_ROW
};

bool
dd_libsqlite_load(GError **error)
{
	static DdLibrary library = {
		.once = DD_ONCE_INIT,
		.soname = "libsqlite3.so.0",
		.advice = "muốn có kho dữ liệu cần cài SQLite (apt install libsqlite3-0) "
			  "(the store needs SQLite: apt install libsqlite3-0)",
		.rows = rows,
		.n = G_N_ELEMENTS(rows),
	};
	return dd_library_load(&library, error);
}
