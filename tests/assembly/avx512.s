	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-64, %rsp
	subq	$256, %rsp
	vxorps	%xmm0, %xmm0, %xmm0
	vmovups	%zmm0, 128(%rsp)
	vmovups	%zmm0, 104(%rsp)
	movq	(%rsi), %rax
	movq	16(%rsi), %rcx
	movq	%rcx, 56(%rsp)
	leaq	56(%rsp), %rdx
	#APP
	#NO_APP
	vmovupd	160(%rax), %ymm1
	vmovsd	192(%rax), %xmm2
	vmovapd	.LCPI_0(%rip), %zmm3
	vpermt2pd	%zmm2, %zmm3, %zmm1
	vmovups	(%rax), %zmm2
	vmovups	40(%rax), %zmm4
	vmovups	80(%rax), %zmm5
	vmovups	120(%rax), %zmm6
	vfmadd132ps	(%rcx){1to16}, %zmm1, %zmm2
	vfmadd132ps	8(%rcx){1to16}, %zmm0, %zmm5
	vfmadd231ps	4(%rcx){1to16}, %zmm4, %zmm2
	vfmadd231ps	12(%rcx){1to16}, %zmm6, %zmm5
	vaddps	%zmm2, %zmm5, %zmm1
	vcmple_oqps	%zmm0, %zmm1, %k0
	knotw	%k0, %k1
	vmovaps	%zmm1, %zmm1 {%k1} {z}
	vmovaps	%ymm1, 64(%rsp)
	vextractf32x4	$2, %zmm1, %xmm1
	vmovlps	%xmm1, 96(%rsp)
	leaq	64(%rsp), %rcx
	movq	%rcx, 56(%rsp)
	leaq	56(%rsp), %rcx
	#APP
	#NO_APP
	vmovupd	600(%rax), %ymm1
	vmovsd	632(%rax), %xmm2
	vpermt2pd	%zmm2, %zmm3, %zmm1
	vmovups	200(%rax), %zmm2
	vmovups	240(%rax), %zmm3
	vfmadd132ps	64(%rsp){1to16}, %zmm1, %zmm2
	vmovups	400(%rax), %zmm1
	vfmadd132ps	84(%rsp){1to16}, %zmm0, %zmm1
	vfmadd231ps	68(%rsp){1to16}, %zmm3, %zmm2
	vmovups	280(%rax), %zmm3
	vmovups	440(%rax), %zmm4
	vfmadd132ps	88(%rsp){1to16}, %zmm1, %zmm4
	vmovups	320(%rax), %zmm1
	vfmadd231ps	72(%rsp){1to16}, %zmm3, %zmm2
	vmovups	480(%rax), %zmm3
	vfmadd132ps	92(%rsp){1to16}, %zmm4, %zmm3
	vfmadd231ps	76(%rsp){1to16}, %zmm1, %zmm2
	vmovups	520(%rax), %zmm1
	vfmadd132ps	96(%rsp){1to16}, %zmm3, %zmm1
	vmovups	360(%rax), %zmm3
	vfmadd132ps	80(%rsp){1to16}, %zmm2, %zmm3
	leaq	128(%rsp), %rcx
	vmovups	560(%rax), %zmm2
	vfmadd132ps	100(%rsp){1to16}, %zmm1, %zmm2
	vaddps	%zmm3, %zmm2, %zmm1
	vcmple_oqps	%zmm0, %zmm1, %k0
	knotw	%k0, %k1
	vmovaps	%zmm1, %zmm0 {%k1} {z}
	vmovaps	%ymm0, 128(%rsp)
	vextractf32x4	$2, %zmm0, %xmm0
	vmovlps	%xmm0, 160(%rsp)
	movq	%rcx, 56(%rsp)
	leaq	56(%rsp), %rcx
	#APP
	#NO_APP
	vmovsd	764(%rax), %xmm0
	vmovss	760(%rax), %xmm1
	vshufps	$76, %xmm0, %xmm1, %xmm0
	vshufps	$120, %xmm0, %xmm0, %xmm0
	vmovups	640(%rax), %xmm1
	vmovups	652(%rax), %xmm2
	vfmadd132ps	128(%rsp){1to4}, %xmm0, %xmm1
	vmovups	700(%rax), %xmm0
	vxorps	%xmm3, %xmm3, %xmm3
	vfmadd231ps	148(%rsp){1to4}, %xmm0, %xmm3
	vfmadd231ps	132(%rsp){1to4}, %xmm2, %xmm1
	vmovups	664(%rax), %xmm0
	vmovups	712(%rax), %xmm2
	vfmadd132ps	152(%rsp){1to4}, %xmm3, %xmm2
	vmovups	676(%rax), %xmm3
	vfmadd231ps	136(%rsp){1to4}, %xmm0, %xmm1
	vmovups	724(%rax), %xmm0
	vfmadd132ps	156(%rsp){1to4}, %xmm2, %xmm0
	vfmadd231ps	140(%rsp){1to4}, %xmm3, %xmm1
	vmovups	736(%rax), %xmm2
	vfmadd132ps	160(%rsp){1to4}, %xmm0, %xmm2
	vmovups	688(%rax), %xmm0
	vfmadd132ps	144(%rsp){1to4}, %xmm1, %xmm0
	vmovups	748(%rax), %xmm1
	vfmadd132ps	164(%rsp){1to4}, %xmm2, %xmm1
	vaddps	%xmm0, %xmm1, %xmm0
	vmovshdup	%xmm0, %xmm1
	vshufpd	$1, %xmm0, %xmm0, %xmm2
	vmovaps	.LCPI_1(%rip), %xmm3
	vpermps	%zmm0, %zmm3, %zmm3
	vmaxss	%xmm0, %xmm1, %xmm0
	vmaxss	%xmm0, %xmm2, %xmm0
	vbroadcastss	%xmm0, %zmm0
	vsubps	%zmm0, %zmm3, %zmm0
	vbroadcastss	.LCPI_2(%rip), %zmm1
	vmaxps	%zmm0, %zmm1, %zmm0
	vbroadcastss	.LCPI_3(%rip), %zmm1
	vminps	%zmm0, %zmm1, %zmm0
	vbroadcastss	.LCPI_4(%rip), %zmm1
	vbroadcastss	.LCPI_5(%rip), %zmm2
	vfmsub213ps	%zmm1, %zmm0, %zmm2
	vaddps	%zmm1, %zmm2, %zmm1
	vfmadd231ps	.LCPI_6(%rip){1to16}, %zmm1, %zmm0
	vfmadd231ps	.LCPI_7(%rip){1to16}, %zmm1, %zmm0
	vbroadcastss	.LCPI_8(%rip), %zmm1
	vfmadd231ps	%zmm0, %zmm0, %zmm1
	vbroadcastss	.LCPI_9(%rip), %zmm3
	vfmadd213ps	.LCPI_10(%rip){1to16}, %zmm1, %zmm3
	vbroadcastss	.LCPI_11(%rip), %zmm4
	vfmadd213ps	.LCPI_12(%rip){1to16}, %zmm1, %zmm4
	vfmadd213ps	.LCPI_13(%rip){1to16}, %zmm0, %zmm4
	vfmadd231ps	%zmm3, %zmm1, %zmm4
	vfmadd213ps	%zmm0, %zmm1, %zmm4
	vpsrad	$1, %xmm2, %xmm0
	vpslld	$23, %xmm0, %xmm1
	vpsubd	%xmm0, %xmm2, %xmm0
	vpslld	$23, %xmm0, %xmm0
	vaddps	.LCPI_14(%rip){1to4}, %xmm4, %xmm2
	vmulps	%xmm1, %xmm2, %xmm1
	vmulps	%xmm0, %xmm1, %xmm0
	vmovshdup	%xmm0, %xmm1
	vaddss	%xmm1, %xmm0, %xmm1
	vbroadcastss	%xmm1, %xmm1
	vshufps	$170, %xmm0, %xmm0, %xmm2
	vaddps	%xmm2, %xmm1, %xmm1
	vdivps	%xmm1, %xmm0, %xmm0
	vmovlps	%xmm0, (%rdi)
	vextractps	$2, %xmm0, 8(%rdi)
	movq	%rbp, %rsp
	popq	%rbp
	vzeroupper
	retq
