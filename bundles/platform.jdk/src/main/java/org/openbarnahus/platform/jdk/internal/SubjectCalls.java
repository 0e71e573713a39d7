// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.jdk.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.openbarnahus.platform.jdk.Subjects;

/** Sends calls of {@code Subject.getSubject} and of Karaf's {@code JaasHelper.doAs} to {@link Subjects}. */
final class SubjectCalls extends ClassVisitor {
    static final String SUBJECT = "javax/security/auth/Subject";
    static final String OUR_PACKAGE = Subjects.class.getPackageName();
    private static final String HELPER = "org/apache/karaf/util/jaas/JaasHelper";
    private static final String OURS = Subjects.class.getName().replace('.', '/');

    private boolean found;

    private SubjectCalls(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The same array when the class holds no such call. */
    static byte[] redirect(byte[] before) {
        ClassReader reader = new ClassReader(before);
        ClassWriter writer = new ClassWriter(reader, 0);
        SubjectCalls calls = new SubjectCalls(writer);
        reader.accept(calls, 0);
        return calls.found ? writer.toByteArray() : before;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, exceptions)) {
            @Override
            public void visitMethodInsn(int code, String owner, String method, String methodType, boolean itf) {
                boolean ours = code == Opcodes.INVOKESTATIC && isSubjectCall(owner, method);
                found |= ours;
                super.visitMethodInsn(code, ours ? OURS : owner, method, methodType, itf);
            }
        };
    }

    private static boolean isSubjectCall(String owner, String method) {
        return (owner.equals(SUBJECT) && method.equals("getSubject"))
                || (owner.equals(HELPER) && method.equals("doAs"));
    }
}
