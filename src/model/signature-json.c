/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signature-json.h"

#include "instant.h"

void
dd_json_write_signatures(DdJsonWriter *json, const DdSignature *signatures, size_t n)
{
	if (n == 0)
		return;
	dd_json_open(json, "signatures", '[', false);
	for (size_t i = 0; i < n; i++) {
		const DdSignature *signature = &signatures[i];
		char time[DD_INSTANT_BUFFER] = "";
		if (signature->time > 0)
			dd_instant_format(signature->time, time);
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "signer", signature->signer);
		dd_json_string(json, "organisation", signature->organisation);
		dd_json_string(json, "authority", signature->authority);
		dd_json_string(json, "time", *time != '\0' ? time : NULL);
		dd_json_bool(json, "time_stamped", signature->time_stamped);
		dd_json_string(json, "state", dd_signature_state_to_string(signature->state));
		dd_json_string(json, "trust", dd_trust_to_string(signature->trust));
		dd_json_bool(json, "whole", signature->whole);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}
