/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "libpq.h"

#include "library.h"

DdLibpq libpq;

static const DdLibraryRow rows[] = {
#define DD_LIBPQ_ROW(name) {#name, &libpq.name},
	DD_LIBPQ_FUNCTIONS(DD_LIBPQ_ROW)
#undef DD_LIBPQ_ROW
};

bool
dd_libpq_load(GError **error)
{
	static DdLibrary library = {
		.once = DD_ONCE_INIT,
		.soname = "libpq.so.5",
		.advice = "muốn dùng PostgreSQL cần cài libpq (apt install libpq5) "
			  "(PostgreSQL needs libpq: apt install libpq5)",
		.rows = rows,
		.n = G_N_ELEMENTS(rows),
	};
	return dd_library_load(&library, error);
}
