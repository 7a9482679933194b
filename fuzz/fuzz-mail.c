/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-mail.c: mail and saved pages */
#include "fuzz.h"

#include "fuzz-module.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_module(data, size, NULL);
	return 0;
}
