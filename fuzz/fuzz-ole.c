/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-ole.c: the directory of a compound file */
#include "fuzz.h"

#include <stdlib.h>

#include "ole.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!dd_ole_is(data, size))
		return 0;
	DdOle ole = dd_ole_look(data, size);
	/* a package is encrypted, and what is nothing is not */
	if ((ole.kind == DD_OLE_PACKAGE && !ole.encrypted) ||
		(ole.kind == DD_OLE_OTHER && ole.encrypted))
		abort();
	return 0;
}
