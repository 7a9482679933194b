/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signature-json.h: the signatures inside of a file as JSON, of readings and of Documents */
#pragma once

#include <dondoc/reading.h>

#include "json-writer.h"

G_BEGIN_DECLS

/* Writes the array "signatures"; nothing where there are none */
void
dd_json_write_signatures(DdJsonWriter *json, const DdSignature *signatures, size_t n);

G_END_DECLS
