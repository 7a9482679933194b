/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-module.h: a reader that is a module, without the worker around it */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reads @size bytes of @data by the module that is linked; ends the process where what comes out is not as it must be */
void
fuzz_module(const uint8_t *data, size_t size, const char *password);
