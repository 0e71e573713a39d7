// SPDX-License-Identifier: Apache-2.0
// Passkeys on the pages before the application: makes or uses one and sends it with the form it stands in.
"use strict";
(() => {
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const bytes = value => Uint8Array.from(
    atob(value.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));

  const use = async () => {
    const answer = await fetch("/sign-in/passkey", {cache: "no-store"});
    const options = (await answer.json()).publicKey;
    options.challenge = bytes(options.challenge);
    delete options.allowCredentials;
    const made = await navigator.credentials.get({publicKey: options});
    return {
      id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
      response: {
        authenticatorData: text(made.response.authenticatorData),
        clientDataJSON: text(made.response.clientDataJSON),
        signature: text(made.response.signature),
        userHandle: made.response.userHandle ? text(made.response.userHandle) : undefined
      }
    };
  };

  const make = async json => {
    const options = JSON.parse(json).publicKey;
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = (options.excludeCredentials || []).map(each => ({...each, id: bytes(each.id)}));
    const made = await navigator.credentials.create({publicKey: options});
    return {
      id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : []
      }
    };
  };

  if (!window.PublicKeyCredential) {
    return;
  }
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    const failed = form.querySelector("[data-passkey-failed]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      failed.hidden = true;
      if (form.elements.otp) {
        form.elements.otp.required = false;
      }
      if (!form.reportValidity()) {
        return;
      }
      button.disabled = true;
      try {
        const made = button.dataset.passkey === "create" ? await make(button.dataset.options) : await use();
        form.elements.passkey.value = JSON.stringify(made);
        form.submit();
      } catch (error) {
        failed.hidden = false;
        button.disabled = false;
        if (form.elements.otp) {
          form.elements.otp.required = true;
        }
      }
    });
  }
})();
