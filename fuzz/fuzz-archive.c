/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-archive.c: ZIP files of files, with a password and without */
#include "fuzz.h"

#include "fuzz-module.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_module(data, size, NULL);
	fuzz_module(data, size, "x");
	return 0;
}
