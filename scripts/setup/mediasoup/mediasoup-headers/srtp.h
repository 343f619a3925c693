// The part of libsrtp 3's interface that mediasoup's worker calls, on libsrtp 2, which is what Debian 12 has.
//
// Version 3 hides the policy behind a pointer and a set of functions, and separates a packet's input from
// its output. Version 2 has a plain struct and works in place. The functions below bridge the two; the macros
// at the end give them the names of version 3.
#pragma once

#include <srtp2/srtp.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Two errors that only version 3 knows. Nothing here returns them; the worker names them in a table.
#define srtp_err_status_buffer_small static_cast<srtp_err_status_t>(28)
#define srtp_err_status_cryptex_err static_cast<srtp_err_status_t>(29)

namespace srtp3 {

// Version 2 keeps a pointer to the key, so the key lives beside the policy that points at it.
struct Policy {
  ::srtp_policy_t policy{};
  std::uint8_t key[SRTP_MAX_KEY_LEN]{};
};

inline srtp_err_status_t policy_create(Policy** out) {
  *out = new (std::nothrow) Policy();
  return *out ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void policy_destroy(Policy* self) { delete self; }

inline srtp_err_status_t policy_set_ssrc(Policy* self, srtp_ssrc_t ssrc) {
  self->policy.ssrc = ssrc;
  return srtp_err_status_ok;
}

inline srtp_err_status_t policy_set_profile(Policy* self, srtp_profile_t profile) {
  const auto error = srtp_crypto_policy_set_from_profile_for_rtp(&self->policy.rtp, profile);
  if (error) return error;
  return srtp_crypto_policy_set_from_profile_for_rtcp(&self->policy.rtcp, profile);
}

// Version 2 wants the salt right behind the key. The master key identifier (MKI) is not used by the worker.
inline srtp_err_status_t policy_add_key(Policy* self, const std::uint8_t* key, std::size_t keyLength,
                                        const std::uint8_t* salt, std::size_t saltLength,
                                        const std::uint8_t* /*mki*/, std::size_t /*mkiLength*/) {
  if (keyLength + saltLength > sizeof self->key) return srtp_err_status_bad_param;
  std::memcpy(self->key, key, keyLength);
  std::memcpy(self->key + keyLength, salt, saltLength);
  self->policy.key = self->key;
  return srtp_err_status_ok;
}

inline srtp_err_status_t policy_set_allow_repeat_tx(Policy* self, bool allow) {
  self->policy.allow_repeat_tx = allow;
  return srtp_err_status_ok;
}

inline srtp_err_status_t policy_set_window_size(Policy* self, std::size_t packets) {
  self->policy.window_size = packets;
  return srtp_err_status_ok;
}

inline srtp_err_status_t create(srtp_t* session, Policy* policy) {
  return ::srtp_create(session, &policy->policy);
}

inline srtp_err_status_t stream_remove(srtp_t session, std::uint32_t ssrc) {
  return ::srtp_remove_stream(session, ssrc);
}

// Runs one of version 2's in-place functions from `in` to `out`, which may be the same buffer.
inline srtp_err_status_t apply(srtp_err_status_t (*function)(srtp_t, void*, int*), srtp_t session,
                               const std::uint8_t* in, std::size_t inLength, std::uint8_t* out,
                               std::size_t* outLength) {
  if (in != out) std::memcpy(out, in, inLength);
  int length = static_cast<int>(inLength);
  const auto error = function(session, out, &length);
  if (!error) *outLength = static_cast<std::size_t>(length);
  return error;
}

inline srtp_err_status_t protect(srtp_t session, const std::uint8_t* in, std::size_t inLength,
                                 std::uint8_t* out, std::size_t* outLength, std::size_t /*mkiIndex*/) {
  return apply(::srtp_protect, session, in, inLength, out, outLength);
}

inline srtp_err_status_t protect_rtcp(srtp_t session, const std::uint8_t* in, std::size_t inLength,
                                      std::uint8_t* out, std::size_t* outLength, std::size_t /*mkiIndex*/) {
  return apply(::srtp_protect_rtcp, session, in, inLength, out, outLength);
}

inline srtp_err_status_t unprotect(srtp_t session, const std::uint8_t* in, std::size_t inLength,
                                   std::uint8_t* out, std::size_t* outLength) {
  return apply(::srtp_unprotect, session, in, inLength, out, outLength);
}

inline srtp_err_status_t unprotect_rtcp(srtp_t session, const std::uint8_t* in, std::size_t inLength,
                                        std::uint8_t* out, std::size_t* outLength) {
  return apply(::srtp_unprotect_rtcp, session, in, inLength, out, outLength);
}

} // namespace srtp3

// Version 3's policy handle is a pointer; version 2 has a struct of the same name.
#define srtp_policy_t srtp3::Policy*
#define srtp_policy_create srtp3::policy_create
#define srtp_policy_destroy srtp3::policy_destroy
#define srtp_policy_set_ssrc srtp3::policy_set_ssrc
#define srtp_policy_set_profile srtp3::policy_set_profile
#define srtp_policy_add_key srtp3::policy_add_key
#define srtp_policy_set_allow_repeat_tx srtp3::policy_set_allow_repeat_tx
#define srtp_policy_set_window_size srtp3::policy_set_window_size
#define srtp_create srtp3::create
#define srtp_protect srtp3::protect
#define srtp_protect_rtcp srtp3::protect_rtcp
#define srtp_unprotect srtp3::unprotect
#define srtp_unprotect_rtcp srtp3::unprotect_rtcp
#define srtp_stream_remove srtp3::stream_remove
